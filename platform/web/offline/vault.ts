/** What kinds of things are kept: unsent work, drafts that are sent only when their writer says so, answers read before, and who was signed in. */
export type VaultKind = 'work' | 'draft' | 'read' | 'session'

/** What one account keeps on this device. Values are JSON. */
export interface Vault {
  /** Kept after the page closes. False where the browser gives no encryption (plain http) or no database. */
  readonly durable: boolean
  get(kind: VaultKind, name: string): Promise<unknown>
  list(kind: VaultKind): Promise<readonly { readonly name: string; readonly value: unknown }[]>
  /**
   * Written in the order of the calls. Rejects when the device refuses (full disk). Unsent work is put again at every key, so only what changed in it
   * is written: a value given must not be changed afterwards, and its parts that are the same objects as before must say the same.
   */
  put(kind: VaultKind, name: string, value: unknown): Promise<void>
  remove(kind: VaultKind, name: string): Promise<void>
  /** Destroys the account's key and everything encrypted with it; nothing is kept afterwards. */
  destroy(): Promise<void>
}
