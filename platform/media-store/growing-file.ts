import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import { takePart } from './take-part.ts'

/** The one file a request is about, as the tus library asks for it: its size says how much has come, nothing else is noted. */
export class GrowingFile extends DataStore {
  readonly #file: string
  readonly #bytes: number
  readonly #ours: boolean

  /** `bytes`: as announced; `ours`: whether nobody else reads the pieces that come. */
  constructor(file: string, bytes: number, ours: boolean) {
    super()
    this.#file = file
    this.#bytes = bytes
    this.#ours = ours
  }

  override async getUpload(id: string): Promise<Upload> {
    const come = await stat(this.#file).catch(() => undefined)
    if (come === undefined) throw Object.assign(new Error('no such upload'), ERRORS.FILE_NOT_FOUND)
    return new Upload({ id, size: this.#bytes, offset: come.size })
  }

  override write(pieces: Readable, _id: string, from: number): Promise<number> {
    return takePart(pieces as AsyncIterable<Uint8Array>, this.#file, from, this.#ours)
  }
}
