/**
 * Shapes of the sample organisation: plain data, dates as 'YYYY-MM-DD', `to` is the last day included
 * (`null`: still in force), references by `code`. All text is NFC.
 */

/** Trạng thái: what the person is in law while holding the post. */
export const sampleStatuses = ['cadre', 'civil_servant', 'public_employee', 'part_time_worker'] as const
export type SampleStatus = (typeof sampleStatuses)[number]

/** Vai trò của vị trí trong đơn vị: người đứng đầu, cấp phó, còn lại. */
export const samplePostRoles = ['head', 'deputy', 'staff'] as const
export type SamplePostRole = (typeof samplePostRoles)[number]

export const sampleSexes = ['female', 'male'] as const
export type SampleSex = (typeof sampleSexes)[number]

export const sampleUnitLevels = ['district', 'commune', 'village'] as const
export type SampleUnitLevel = (typeof sampleUnitLevels)[number]

export const sampleUnitKinds = [
  'district',
  'town',
  'commune',
  'village',
  'party_committee',
  'party_standing_body',
  'party_office',
  'party_board',
  'inspection_commission',
  'peoples_council',
  'council_board',
  'peoples_committee',
  'administrative_office',
  'specialised_division',
  'service_centre',
  'military_command',
  'fatherland_front',
  'mass_organisation',
  'public_service_unit',
] as const
export type SampleUnitKind = (typeof sampleUnitKinds)[number]

export const sampleUnitChangeKinds = ['found', 'merge', 'dissolve'] as const
export type SampleUnitChangeKind = (typeof sampleUnitChangeKinds)[number]

/** Cơ quan, tổ chức, đơn vị, with its lifetime. */
export interface SampleUnit {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: SampleUnitKind
  readonly level: SampleUnitLevel
  /** `null` only for the two roots: xã Cam Lộ now, huyện Cam Lộ before 2025-07-01. */
  readonly parent: string | null
  readonly from: string
  readonly to: string | null
  /** The fact comes from an unconfirmed source; `note` says which part. */
  readonly unconfirmed: boolean
  readonly note: string | null
}

/** Một lần sắp xếp tổ chức: lineage between units. */
export interface SampleUnitChange {
  readonly kind: SampleUnitChangeKind
  readonly date: string
  readonly document: string
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
  readonly unconfirmed: boolean
  readonly note: string | null
}

/** Vị trí, chức danh in a unit. */
export interface SamplePost {
  readonly code: string
  readonly unit: string
  readonly title: string
  readonly role: SamplePostRole
  /** Giữ chức vụ lãnh đạo, quản lý: scored with the six terms a…e. */
  readonly isLeader: boolean
  /** Thường xuyên tiếp xúc, giải quyết công việc với người dân, doanh nghiệp: variant of criterion II.4. */
  readonly publicContact: boolean
  /** Nhóm có nhiệm vụ tương tự, for the quota of Article 20.5a. */
  readonly peerGroup: string
  readonly from: string
  readonly to: string | null
  /** How many people may hold it at once; 1 except for some staff posts. */
  readonly places: number
  /**
   * Post whose holder tracks and scores this one. Always what the tree says (the unit's head; for a
   * head, the head of the nearest unit above that has one), so a loader may derive it instead.
   */
  readonly superior: string | null
  /** Why there is no superior here, when `superior` is null. */
  readonly superiorOutside: string | null
}

export interface SamplePerson {
  readonly code: string
  readonly fullName: string
  readonly sex: SampleSex
  readonly birthDate: string
}

/** Một người giữ một vị trí trong một khoảng thời gian. */
export interface SampleHolding {
  readonly person: string
  readonly post: string
  readonly status: SampleStatus
  /** Chức vụ chính: exactly one primary holding per person on any date when they hold any. */
  readonly isPrimary: boolean
  readonly from: string
  readonly to: string | null
  readonly decisionNumber: string
  readonly decisionDate: string
}

export const sampleAbsenceKinds = ['maternity', 'sick_leave'] as const
export type SampleAbsenceKind = (typeof sampleAbsenceKinds)[number]

/** Thời gian nghỉ that Article 11 of NĐ 335 takes into account; both days included. */
export interface SampleAbsence {
  readonly person: string
  readonly kind: SampleAbsenceKind
  readonly from: string
  readonly to: string
  readonly decisionNumber: string
}

/** Account to print for the person who tries the product: which sample person plays which role. */
export interface SampleRole {
  readonly role:
    | 'administrator'
    | 'organisation_officer'
    | 'head'
    | 'authority'
    | 'member'
    | 'leader_member'
  readonly person: string
  readonly about: string
}

export interface SampleOrganisation {
  readonly tenantName: string
  readonly province: string
  readonly units: readonly SampleUnit[]
  readonly unitChanges: readonly SampleUnitChange[]
  readonly posts: readonly SamplePost[]
  readonly people: readonly SamplePerson[]
  readonly holdings: readonly SampleHolding[]
  readonly absences: readonly SampleAbsence[]
  readonly roles: readonly SampleRole[]
}
