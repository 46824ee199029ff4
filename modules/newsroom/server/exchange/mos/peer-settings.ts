/** A device that speaks MOS (thiết bị MOS): where it listens, and how both are called. */
export interface MosPeer {
  readonly host: string
  /** 10541 where the device takes running orders. */
  readonly port: number
  readonly mosId: string
  readonly ncsId: string
}

/** What is wrong with the address of a device. */
export class MosAddressError extends Error {
  override readonly name = 'MosAddressError'
}

const usualPort = 10_541

/** Reads `mos://host:port?mos=ID&ncs=ID`, the form of a device in the settings. Throws MosAddressError. */
export function mosPeerOf(address: string): MosPeer {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new MosAddressError('mos://host:10541?mos=ID&ncs=ID')
  }
  const mosId = url.searchParams.get('mos') ?? ''
  const ncsId = url.searchParams.get('ncs') ?? ''
  if (url.protocol !== 'mos:' || url.hostname === '') throw new MosAddressError('mos://host:10541?mos=ID&ncs=ID')
  if (mosId === '' || ncsId === '') throw new MosAddressError('?mos=ID&ncs=ID')
  return { host: url.hostname, port: url.port === '' ? usualPort : Number(url.port), mosId, ncsId }
}
