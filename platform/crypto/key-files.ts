import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder, writeWhole } from '#platform/files/write-whole.ts'

/** The folder of the keys that seal fields: `keys` in the data folder, which backups keep, or the one of `THUOCDO_KEYS`, which they do not. */
export function keyFolderOf(dataDir: string, environment: NodeJS.ProcessEnv): string {
  const outside = environment['THUOCDO_KEYS']
  return outside ? path.resolve(outside) : path.join(dataDir, 'keys')
}

/** A key as it is made: its public name and its secret. */
export interface MadeKey {
  /** Sixteen hexadecimal digits; stands in front of everything the key seals. */
  readonly id: string
  readonly secret: Buffer
}

const nameOfFile = /^field-([0-9a-f]{16})\.key$/
const secretBytes = 32

function fileOf(folder: string, id: string): string {
  return path.join(folder, `field-${id}.key`)
}

/** Makes a key and writes its file, durable before it returns, readable for this account alone. */
export async function makeKeyFile(folder: string): Promise<MadeKey> {
  const id = randomBytes(8).toString('hex')
  const secret = randomBytes(secretBytes)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeWhole(
    fileOf(folder, id),
    `# Khóa mã hóa số định danh của Thước Đo. Mất tệp này là mất các số đã mã hóa bằng nó; ai có tệp này cùng cơ sở dữ liệu thì đọc được.\n# A key that seals identity numbers: keep it, and keep it secret.\n${secret.toString('base64url')}\n`,
  )
  await syncFolder(folder)
  return { id, secret }
}

/** The secret of a key; undefined when there is no such file or it holds no key. */
export async function readKeyFile(folder: string, id: string): Promise<Buffer | undefined> {
  let text: string
  try {
    text = await readFile(fileOf(folder, id), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const line = text.split(/\r?\n/).map((each) => each.trim()).find((each) => each !== '' && !each.startsWith('#'))
  const secret = Buffer.from(line ?? '', 'base64url')
  return secret.byteLength === secretBytes ? secret : undefined
}

/** The keys whose files lie in the folder; none when there is no folder. */
export async function keyFileIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => nameOfFile.exec(name)?.[1] ?? []).toSorted()
}

/** Removes the file of a key; nothing when it is gone already. */
export async function removeKeyFile(folder: string, id: string): Promise<void> {
  await rm(fileOf(folder, id), { force: true })
  await syncFolder(folder)
}

/** A key for one purpose, made from a secret (HKDF-SHA-256). */
export function derivedKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'thuocdo', purpose, 32))
}

/** What the database keeps of a key, to tell a key file that was exchanged or damaged from the right one. */
export function checkOf(secret: Buffer): Buffer {
  return createHmac('sha256', derivedKey(secret, 'check')).update('thuocdo-field-key').digest().subarray(0, 16)
}
