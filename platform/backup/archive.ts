/**
 * A backup (bản sao lưu) is a tar, gzipped, encrypted in the age format, so that with its key the usual tools open it:
 * `age -d -i KEY FILE | tar xz`. In it, in this order: {@link headName}, the pieces of each table as PostgreSQL's COPY
 * text, each stored file under its content id, the small files of the data folder, and {@link manifestName} last.
 */
export const headName = 'head.json'
export const manifestName = 'manifest.json'
export const tableFolder = 'tables/'
export const storedFolder = 'files/'
export const keptFolder = 'folder/'
export const fileSuffix = '.thuocdo.age'

/** What the archive begins with: enough to refuse it before anything is loaded. */
export interface BackupHead {
  readonly format: 1
  readonly program: string
  readonly postgres: string
  /** The moment of the snapshot, ISO 8601 in UTC. */
  readonly takenAt: string
  /** The migrations the schema had, in order. */
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
}

/** One table as it was copied: rows in order of its primary key. */
export interface TableCopy {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly bytes: number
  /** SHA-256 over the COPY text. */
  readonly sha256: string
}

/** A stored file the database names and the folder lacks, or whose bytes are not those of its name. */
export interface DamagedFile {
  readonly id: string
  readonly problem: 'missing' | 'altered'
}

/** Files a backup leaves out, and how large they are together. */
export interface LeftOut {
  readonly count: number
  readonly bytes: number
}

/** What the archive ends with: what a restore must find again. */
export interface BackupManifest {
  readonly tables: readonly TableCopy[]
  /** The next value of each sequence, by its name. */
  readonly sequences: readonly { readonly name: string; readonly value: string }[]
  readonly files: { readonly count: number; readonly bytes: number }
  readonly damaged: readonly DamagedFile[]
  /** Films the database names, which no backup holds; absent in backups made before there were any. */
  readonly mediaLeftOut?: LeftOut
  /** Names of the small files of the data folder. */
  readonly kept: readonly string[]
}

/** Why a backup cannot be made, read or restored. */
export type BackupProblem =
  | 'wrong-key'
  | 'not-a-backup'
  | 'cut-off'
  | 'newer-version'
  | 'altered-migration'
  | 'contents-differ'
  | 'no-space'
  | 'no-database-right'
  | 'database-in-use'
  | 'place'
  | 'already-running'

/** A backup that failed; `detail` names the table, file or path. */
export class BackupError extends Error {
  readonly problem: BackupProblem
  readonly detail: string

  constructor(problem: BackupProblem, detail = '', cause?: unknown) {
    super(`${problem}: ${detail}`, { cause })
    this.name = 'BackupError'
    this.problem = problem
    this.detail = detail
  }
}
