/** A column whose values are sealed, as a rotation of keys finds and moves them. Each module names its own. */
export interface SealedColumn {
  readonly table: string
  /** The `bytea` column of what {@link TenantCipher} sealed. */
  readonly column: string
  /** The columns that name the row within its tenant; joined by `/` they are the row it was sealed for. */
  readonly row: readonly string[]
  readonly field: string
  /** The column of the prints of what is sealed, when it is looked for. */
  readonly print?: string
  /** How many rows are moved in one transaction at most. */
  readonly atOnce: number
}
