import { existsSync } from 'node:fs'
import path from 'node:path'

export const recipientsName = 'backup-recipients.txt'
export const identityName = 'backup-key.txt'

/** The file of the secret key of backups, when it still lies in the data folder. */
export function identityFileOf(dataDir: string): string | null {
  const file = path.join(dataDir, identityName)
  return existsSync(file) ? file : null
}
