import { statfs } from 'node:fs/promises'

/** Whether there is room to save (chỗ trống trên ổ đĩa). */
export interface Room {
  /** Whether a disk the program writes to is so full that nothing more should be saved. */
  isFull(): Promise<boolean>
}

/**
 * What stays free for those who must still write while saving is refused: sign-ins, the seals of the ledger, and the
 * database itself, which stops when it finds no room for the next piece (16 MB) of its log.
 */
export const reserveBytes = 128 * 2 ** 20
const believedMs = 1_000

/** Watches the disks of some folders, looking at most once a second. A disk that cannot be asked counts as having room. */
export function watchRoom(folders: readonly string[], freeOf: (folder: string) => Promise<number> = freeBytes): Room {
  const places = [...new Set(folders)]
  let believedUntil = -Infinity
  let full = Promise.resolve(false)
  const look = async (): Promise<boolean> => {
    const free = await Promise.all(places.map((place) => freeOf(place).catch(() => Infinity)))
    return Math.min(...free) < reserveBytes
  }
  return {
    isFull() {
      // By a clock nobody can set back.
      if (performance.now() >= believedUntil) {
        believedUntil = performance.now() + believedMs
        full = look()
      }
      return full
    },
  }
}

/** Bytes an ordinary account may still write on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder)
  return disk.bavail * disk.bsize
}

/** Whether an error of the file system says that there is no room. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
