import { backupWords } from '#apps/server/backup-words.ts'
import { BackupError } from '#platform/backup/archive.ts'
import { CommandError } from './command.ts'

/** A backup's failure as the command line says it; anything else is given back as it is. */
export function backupProblem(error: unknown, place: string): unknown {
  if (!(error instanceof BackupError)) return error
  const [said, expected] = backupWords[error.problem]
  return new CommandError(place, error.detail === '' || error.detail === place ? said : `${said}: ${error.detail}`, expected)
}
