/**
 * What the printed forms of NĐ 335/2025, Appendix II, need. Points are decimal strings with a dot
 * ("87.50"), already rounded for display; `null` means "not given" and prints as an empty cell or a dotted line.
 */

/** The four levels a box can be ticked for (mức xếp loại chất lượng). */
export const FORM_LEVELS = ['excellent', 'good', 'completed', 'not_completed'] as const
export type FormLevel = (typeof FORM_LEVELS)[number]

/** The two lines at the top left (cơ quan chủ quản; cơ quan, tổ chức, đơn vị). */
export interface FormIssuer {
  readonly superiorBody: string | null
  readonly issuingBody: string
}

/** One signature block (khối ký): "....., ngày....tháng.....năm....." when place or date is unknown. */
export interface FormSignature {
  readonly place: string | null
  /** 'YYYY-MM-DD' */
  readonly date: string | null
  readonly name: string | null
}

/** The small grey line at the foot that lets a reader find the record a paper came from. */
export interface FormVerification {
  readonly recordId: string
  readonly shortHash: string
  /** The set the result was made known in, once it was: its Merkle root, printed with a QR code. */
  readonly set: { readonly root: string; readonly size: number } | null
}

/** A row of the general criteria table. `code` is "I" for a group and "I.1" for a criterion. */
export interface FormCriterionRow {
  readonly code: string
  readonly name: string
  readonly max: string
  readonly selfPoints: string | null
}

/** Mẫu số 01: Phiếu theo dõi, đánh giá công chức. */
export interface Form01 {
  readonly issuer: FormIssuer
  /** "tháng 3 năm 2026" or "quý I năm 2026"; null leaves the dots */
  readonly periodLabel: string | null
  readonly fullName: string
  readonly title: string
  readonly unit: string
  readonly criteriaRows: readonly FormCriterionRow[]
  readonly criteriaMax: string
  readonly criteriaSelfTotal: string | null
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly total: string | null
  readonly strengths: string | null
  readonly weaknesses: string | null
  readonly comment: string | null
  readonly selfSignature: FormSignature
  readonly superiorSignature: FormSignature
  readonly verification: FormVerification | null
  /** Said under the title when the rulebook was not read in the official text. */
  readonly sourceNote: string | null
}

/** One month of form 02. A quarterly body repeats the quarter's score in its three months and says so in `note`. */
export interface FormMonth {
  readonly month: number
  readonly total: string | null
  readonly note: string
}

/** Mẫu số 02: Phiếu xếp loại chất lượng công chức. */
export interface Form02 {
  readonly issuer: FormIssuer
  readonly year: number
  readonly fullName: string
  readonly title: string
  readonly unit: string
  /** months not given print as empty rows; there are always twelve */
  readonly months: readonly FormMonth[]
  readonly mean: string | null
  readonly meanNote: string
  readonly selfLevel: FormLevel | null
  readonly decidedLevel: FormLevel | null
  /** Đề xuất phương án xử lý (Điều 23) */
  readonly proposedFollowUp: string | null
  readonly selfSignature: FormSignature
  readonly authoritySignature: FormSignature
  readonly verification: FormVerification | null
  /** Said under the title when the rulebook was not read in the official text. */
  readonly sourceNote: string | null
}

/** One line of the list of results (danh sách kết quả). */
export interface ResultsListRow {
  readonly code: string
  readonly fullName: string
  readonly title: string
  readonly unit: string
  readonly peerGroup: string
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly total: string | null
  /** Vietnamese wording of the level, as the caller shows it on screen */
  readonly provisionalLevel: string
  readonly decidedLevel: string
  readonly note: string
}

/** Danh sách kết quả theo dõi, đánh giá, xếp loại: the workbook an officer prints or sends on. */
export interface ResultsList {
  readonly issuer: FormIssuer
  readonly title: string
  /** "Quý I năm 2026", printed under the title */
  readonly periodLabel: string
  /** Said under the period when the rulebook was not read in the official text. */
  readonly sourceNote: string | null
  readonly scopeLabel: string
  readonly rows: readonly ResultsListRow[]
  readonly preparer: { readonly heading: string; readonly name: string | null }
  readonly signer: { readonly heading: string; readonly name: string | null }
  readonly place: string | null
  /** 'YYYY-MM-DD' */
  readonly date: string | null
}
