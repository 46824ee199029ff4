import { open, rename, rm, writeFile } from 'node:fs/promises'

/** Writes a small file that is there whole or not at all, also after a power cut; only this account reads it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.new`
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true })
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Makes the names in a folder survive a power cut; Windows keeps names without being asked and opens no folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
