/** Something of a record that could not be read, or is not there (lỗi của hồ sơ cũ); the text itself is kept all the same. */
export interface RecordFault {
  readonly field: 'title' | 'category' | 'content' | 'created' | 'approved' | 'table'
  /** Line in the file, from 1; null when the whole record lacks it. */
  readonly line: number | null
  readonly message: string
  readonly expected: string
  /** What to do about it. */
  readonly todo: string
}

/** Something read by its place or likeness only: shown to be looked at, never taken as certain (chưa chắc). */
export interface RecordDoubt {
  readonly line: number
  readonly message: string
}
