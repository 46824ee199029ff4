import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { writeWhole } from '#platform/files/write-whole.ts'
import { BackupError } from './archive.ts'
import { identityFileOf, identityName, recipientsName } from './key-place.ts'

/** The keys of an installation's backups: whom they are encrypted to, and whether the secret key still lies on the server. */
export interface BackupKeys {
  readonly recipients: readonly string[]
  /** The file of the secret key, or null when it was taken away to a safe place. */
  readonly identityFile: string | null
}

/**
 * The keys in the data folder, made the first time. The secret key opens every backup: it is to be printed and kept
 * apart from the server, after which its file may be deleted; new backups need only the public one.
 */
export async function backupKeys(dataDir: string): Promise<BackupKeys> {
  const recipientsFile = path.join(dataDir, recipientsName)
  if (!existsSync(recipientsFile)) {
    const identity = await generateX25519Identity()
    await mkdir(dataDir, { recursive: true })
    await writeWhole(path.join(dataDir, identityName), `# Khóa mở bản sao lưu của Thước Đo. Ai có tệp này đọc được mọi bản sao lưu.\n# The key that opens the backups: keep it apart from the server.\n${identity}\n`)
    await writeWhole(recipientsFile, `${await identityToRecipient(identity)}\n`)
  }
  const recipients = keyLines(await readFile(recipientsFile, 'utf8'))
  if (recipients.length === 0 || recipients.some((line) => !/^age1[0-9a-z]+$/.test(line))) throw new BackupError('wrong-key', recipientsFile)
  return { recipients, identityFile: identityFileOf(dataDir) }
}

/** The secret keys of a key file: lines that are no comment. Throws when there is none. */
export async function readIdentities(file: string): Promise<readonly string[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new BackupError('place', file, error)
  }
  const identities = keyLines(text)
  if (identities.length === 0 || identities.some((line) => !line.startsWith('AGE-SECRET-KEY-'))) throw new BackupError('wrong-key', file)
  return identities
}

function keyLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
