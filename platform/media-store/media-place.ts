import type { Readable } from 'node:stream'

/** A stretch of bytes; both ends count. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Where whole media lie (nơi cất phim): under a name that stands for the same bytes for ever. */
export interface MediaPlace {
  /** Takes a whole local file over, which is gone from where it was afterwards. What lies under the name already stays as it is. */
  keep(name: string, file: string): Promise<void>
  /** Bytes kept under a name; undefined when there are none. */
  size(name: string): Promise<number | undefined>
  /** A stretch of what is kept, as it is asked for. Fails when there is nothing under the name. */
  read(name: string, range: ByteRange): Promise<Readable>
  discard(name: string): Promise<void>
}
