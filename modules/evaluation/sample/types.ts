/**
 * Shapes of the sample of the evaluation module: plain data. Dates 'YYYY-MM-DD', months 'YYYY-MM',
 * decimal numbers as exact decimal strings with a point, references by `code`. All text is NFC.
 */

/** Phần A (nhiệm vụ lãnh đạo, quản lý), B.I (chuyên môn dùng chung), B.II (theo từng cơ quan). */
export const sampleProductParts = ['A', 'B.I', 'B.II'] as const
export type SampleProductPart = (typeof sampleProductParts)[number]

export const sampleTaskOrigins = ['assigned', 'handed_back', 'received', 'ad_hoc'] as const
export type SampleTaskOrigin = (typeof sampleTaskOrigins)[number]

/** Nhóm độ phức tạp; at most five (Article 13 of NĐ 335). */
export interface SampleComplexityGroup {
  readonly code: string
  readonly name: string
  readonly maxPoints: number
}

/** Một dòng của Danh mục sản phẩm, công việc. */
export interface SampleProduct {
  readonly code: string
  readonly part: SampleProductPart
  /** Unit code of the office for part B.II, else null. */
  readonly office: string | null
  readonly field: string
  readonly name: string
  readonly unitOfCount: string
  readonly group: string
  readonly points: number
  /** points ÷ points of the standard product, exact. */
  readonly coefficient: string
}

export interface SampleCatalogue {
  readonly code: string
  readonly name: string
  readonly decisionNumber: string
  readonly decisionDate: string
  readonly effectiveFrom: string
  readonly issuer: string
  readonly standardProduct: string
  readonly groups: readonly SampleComplexityGroup[]
  readonly products: readonly SampleProduct[]
}

/** Nguyên nhân khách quan do cấp có thẩm quyền xác nhận: waives both deductions. */
export interface SampleExcuse {
  readonly confirmedBy: string
  readonly confirmedOn: string
  readonly reason: string
}

/** Một nhiệm vụ đã giao, with its result in that month. */
export interface SampleTask {
  readonly code: string
  readonly person: string
  readonly month: string
  readonly product: string
  readonly title: string
  /** Copied from the catalogue when assigned; later changes of the catalogue do not touch it. */
  readonly coefficient: string
  readonly origin: SampleTaskOrigin
  readonly assignedBy: string
  readonly assignedOn: string
  readonly deadline: string
  readonly assigned: number
  readonly completed: number
  readonly qualityFaults: number
  readonly lateEvents: number
  readonly completedOn: string | null
  readonly excuse: SampleExcuse | null
  /** Person the task came from, for `received`. */
  readonly receivedFrom: string | null
  /** Code of the task that colleague handed back, for `received`. */
  readonly receivedFromTask: string | null
  readonly note: string | null
}

/** Tiêu chí d, đ, e of a leader in a month, with the superior's reason for each 50. */
export interface SampleJudgement {
  readonly person: string
  readonly month: string
  readonly d: 100 | 50
  readonly đ: 100 | 50
  readonly e: 100 | 50
  readonly reason: string | null
}

/** Điểm tiêu chí chung by criterion code (I.1 … III.4), exact decimal strings. */
export type SampleCriteriaPoints = Readonly<Record<string, string>>

/** Điểm tháng đã chốt. */
export interface SampleMonthlyResult {
  readonly person: string
  readonly month: string
  readonly general: string
  /** 70 × KQ, two decimals, half up. */
  readonly taskPoints: string
  /** Two decimals, half up. */
  readonly total: string
  /** The unrounded total as "n/d" in lowest terms. */
  readonly exact: string
}

export const sampleSheetStages = ['not_started', 'self_draft', 'self_submitted', 'superior_scored'] as const
export type SampleSheetStage = (typeof sampleSheetStages)[number]

/** Phiếu đang chấm dở in the campaign that is open when the sample is loaded. */
export interface SampleSheet {
  readonly person: string
  readonly superior: string
  readonly month: string
  readonly stage: SampleSheetStage
  readonly self: SampleCriteriaPoints | null
  readonly selfStrengths: string | null
  readonly selfWeaknesses: string | null
  readonly superiorPoints: SampleCriteriaPoints | null
  readonly superiorComment: string | null
}

/** Kỷ luật trong năm, for the veto of Article 20.4 of NĐ 335. */
export interface SampleDiscipline {
  readonly person: string
  readonly form: 'reprimand' | 'warning' | 'removal'
  readonly dutyRelated: boolean
  readonly decisionNumber: string
  readonly decisionDate: string
}
