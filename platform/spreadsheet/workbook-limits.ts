/** How much of a workbook is read before it is refused. */
export interface WorkbookLimits {
  readonly maxFileBytes: number
  /** all parts together, unpacked */
  readonly maxUnpackedBytes: number
  /** unpacked : packed, of one part larger than a megabyte; real sheets stay below 100 */
  readonly maxRatio: number
  readonly maxEntries: number
  readonly maxSheets: number
  readonly maxRows: number
  readonly maxColumns: number
}

export const defaultWorkbookLimits: WorkbookLimits = {
  maxFileBytes: 50 * 1024 * 1024,
  maxUnpackedBytes: 150 * 1024 * 1024,
  maxRatio: 250,
  maxEntries: 2_000,
  maxSheets: 50,
  maxRows: 50_000,
  maxColumns: 200,
}
