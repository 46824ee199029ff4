import { existsSync } from 'node:fs'
import path from 'node:path'

/** A bucket of a store that speaks the S3 protocol. */
export interface BucketSettings {
  readonly bucket: string
  /** Put before every name; empty or ends with a stroke. */
  readonly prefix: string
  /** Null is Amazon itself. */
  readonly endpoint: string | null
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** What looks at every finished upload for viruses: a command that is given the file, or a clamd. */
export type ScanSettings = { readonly kind: 'command'; readonly command: string; readonly args: readonly string[] } | { readonly kind: 'clamd'; readonly address: { readonly path: string } | { readonly host: string; readonly port: number } }

/** Where media lie and what is done with them on arrival. */
export interface MediaSettings {
  /** Uploads under way and, without a bucket, whole media. */
  readonly folder: string
  readonly bucket: BucketSettings | null
  /** Bytes a committee may keep in all; null is as many as the disk takes. */
  readonly quota: number | null
  readonly scan: ScanSettings | null
  /** An ffmpeg that makes light previews; without one there are none. */
  readonly ffmpeg: string | null
}

/** A setting of media cannot be used; the message says which and why, in both languages. */
export class MediaSettingsError extends Error {
  override readonly name = 'MediaSettingsError'
}

/**
 * Settings by THUOCDO_MEDIA (a folder, `media` of the data folder by default, or `s3://bucket/prefix` with THUOCDO_MEDIA_S3_URL,
 * _S3_REGION, _S3_KEY and _S3_SECRET), THUOCDO_MEDIA_GB, THUOCDO_MEDIA_SCAN and THUOCDO_FFMPEG. Throws {@link MediaSettingsError}.
 */
export function mediaSettings(environment: NodeJS.ProcessEnv, dataDir: string): MediaSettings {
  const place = environment['THUOCDO_MEDIA'] || undefined
  const inBucket = place?.startsWith('s3://') === true
  return {
    folder: place === undefined || inBucket ? path.join(dataDir, 'media') : path.resolve(place),
    bucket: inBucket ? bucketOf(place, environment) : null,
    quota: quotaOf(environment['THUOCDO_MEDIA_GB'] || undefined),
    scan: scanOf(environment['THUOCDO_MEDIA_SCAN'] || undefined),
    ffmpeg: ffmpegOf(environment),
  }
}

function bucketOf(place: string, environment: NodeJS.ProcessEnv): BucketSettings {
  const [bucket = '', ...folders] = place.slice('s3://'.length).split('/')
  const prefix = folders.join('/')
  const [keyId, secret] = [environment['THUOCDO_MEDIA_S3_KEY'], environment['THUOCDO_MEDIA_S3_SECRET']]
  if (bucket === '' || !keyId || !secret) throw new MediaSettingsError('THUOCDO_MEDIA=s3://… cần tên kho, THUOCDO_MEDIA_S3_KEY và THUOCDO_MEDIA_S3_SECRET. (An S3 store needs a bucket and both keys.)')
  return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`, endpoint: environment['THUOCDO_MEDIA_S3_URL'] || null, region: environment['THUOCDO_MEDIA_S3_REGION'] || 'us-east-1', keyId, secret }
}

function quotaOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const gigabytes = Number(text)
  if (!(gigabytes > 0)) throw new MediaSettingsError(`THUOCDO_MEDIA_GB phải là số GB lớn hơn 0, không phải “${text}”. (THUOCDO_MEDIA_GB must be a number of gigabytes.)`)
  return Math.floor(gigabytes * 2 ** 30)
}

function scanOf(text: string | undefined): ScanSettings | null {
  if (text === undefined) return null
  const [, clamd = ''] = /^clamd:(.+)$/.exec(text) ?? []
  if (clamd !== '') {
    const [, host = '', port = ''] = /^([^/\\:]+):(\d{1,5})$/.exec(clamd) ?? []
    return { kind: 'clamd', address: host === '' ? { path: clamd } : { host, port: Number(port) } }
  }
  const [command = '', ...args] = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  return { kind: 'command', command, args }
}

/** The ffmpeg that is named, `off` for none, or the first one on the path. */
function ffmpegOf(environment: NodeJS.ProcessEnv): string | null {
  const named = environment['THUOCDO_FFMPEG'] || undefined
  if (named === 'off') return null
  if (named !== undefined) {
    if (!existsSync(named)) throw new MediaSettingsError(`Không có tệp ${named} (THUOCDO_FFMPEG). (There is no such ffmpeg.)`)
    return named
  }
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null
}
