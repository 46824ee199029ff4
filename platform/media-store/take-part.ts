import { open, type FileHandle } from 'node:fs/promises'

/** Bytes gathered before they are written: a write for every piece of the line (64 kB at most) costs the system half as much again. */
const gatheredBytes = 2 ** 20

/**
 * Writes pieces into a file from a place on and says where they end. What came before a line was lost is written too: the file then goes on from there.
 * Pieces that are `ours` alone are given back as they are written. Fails as the pieces or the disk do.
 */
export async function takePart(pieces: AsyncIterable<Uint8Array>, file: string, from: number, ours: boolean): Promise<number> {
  const handle = await open(file, 'r+')
  const gathered = new Uint8Array(gatheredBytes)
  let held = 0
  let at = from
  const write = async (): Promise<void> => {
    const bytes = gathered.subarray(0, held)
    held = 0
    await writeAll(handle, bytes, at)
    at += bytes.byteLength
  }
  try {
    try {
      for await (const piece of pieces) {
        for (let done = 0; done < piece.byteLength; ) {
          const fits = piece.subarray(done, done + gatheredBytes - held)
          gathered.set(fits, held)
          held += fits.byteLength
          done += fits.byteLength
          if (held === gatheredBytes) await write()
        }
        if (ours) giveBack(piece)
      }
    } finally {
      await write()
    }
    return at
  } finally {
    await handle.close()
    giveBack(gathered)
  }
}

/** A file may take less at once than it is given; what it takes nothing of, it refuses the next time. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) done += (await handle.write(bytes, done, bytes.byteLength - done, at + done)).bytesWritten
}

/**
 * Gives memory back before the collector comes for it: pieces of a film make it look through the whole heap every 30 MB, which took half of what an upload
 * costs the processor. Only memory that holds nothing else.
 */
function giveBack(piece: Uint8Array): void {
  const { buffer } = piece
  if (buffer instanceof ArrayBuffer && buffer.byteLength === piece.byteLength) buffer.transfer(0)
}
