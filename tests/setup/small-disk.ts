import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A disk of its own that a test can really fill. */
export interface SmallDisk {
  readonly folder: string
  /** Fills it until this much is left; 0 to the last byte. */
  fill(leaveBytes: number): void
  /** Takes the filling away. */
  empty(): void
  remove(): Promise<void>
}

/** Why small disks cannot be made here, or false when they can. */
export function noSmallDisk(): string | false {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may mount a small disk'
  return process.env['FULL_DISK'] === '1' ? false : 'takes a minute: FULL_DISK=1'
}

/** Mounts a disk in memory. */
export async function smallDisk(bytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-disk-'))
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'tmpfs', folder)
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill: (leaveBytes) => fill(folder, ballast, leaveBytes),
    empty: () => rmSync(ballast, { force: true }),
    async remove() {
      run('umount', folder)
      await rmdir(folder)
    },
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

function fill(folder: string, ballast: string, leaveBytes: number): void {
  const piece = Buffer.alloc(1 << 16, 1)
  const file = openSync(ballast, 'a')
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(folder)
      const room = bavail * bsize - leaveBytes
      if (room <= 0) return
      writeSync(file, piece, 0, Math.min(room, piece.length))
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}
