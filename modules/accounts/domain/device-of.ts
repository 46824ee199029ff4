/** A browser and system as the browser names itself; empty when it does not say. */
export interface Device {
  readonly browser: string
  readonly system: string
}

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Cốc Cốc', /coc_coc_browser/i],
  ['Zalo', /Zalo/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox\/|FxiOS/],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
]

const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** Reads the User-Agent line just far enough for its owner to recognise a device. */
export function deviceOf(agent: string | null): Device {
  const named = (list: readonly (readonly [string, RegExp])[]): string => list.find(([, sign]) => sign.test(agent ?? ''))?.[0] ?? ''
  return { browser: named(browsers), system: named(systems) }
}

/** Where a sign-in came from, as far as its address tells. */
export function placeKind(source: string | null): 'this_machine' | 'office_network' | 'internet' | 'unknown' {
  const address = (source ?? '').replace(/^::ffff:/i, '')
  if (address === '') return 'unknown'
  if (address === '::1' || address.startsWith('127.')) return 'this_machine'
  if (/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/.test(address) || /^f[cd]|^fe80:/i.test(address)) return 'office_network'
  return 'internet'
}
