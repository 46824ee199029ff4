/** A term of a reference list: the code stored, the words shown. */
export interface Term {
  readonly code: string
  readonly vi: string
  readonly en: string
}

/** Kinds of units (loại đơn vị): data, extended here without a change of the schema. */
export const unitKinds = [
  { code: 'province', vi: 'Tỉnh, thành phố', en: 'Province or city' },
  { code: 'district', vi: 'Huyện, quận', en: 'District' },
  { code: 'town', vi: 'Thị trấn', en: 'Town' },
  { code: 'commune', vi: 'Xã', en: 'Commune' },
  { code: 'ward', vi: 'Phường', en: 'Ward' },
  { code: 'special_zone', vi: 'Đặc khu', en: 'Special zone' },
  { code: 'party_committee', vi: 'Đảng ủy', en: 'Party committee' },
  { code: 'party_standing_body', vi: 'Ban Thường vụ, Thường trực cấp ủy', en: 'Standing body of the Party committee' },
  { code: 'party_office', vi: 'Văn phòng cấp ủy', en: 'Office of the Party committee' },
  { code: 'party_board', vi: 'Ban của cấp ủy', en: 'Board of the Party committee' },
  { code: 'party_cell', vi: 'Chi bộ', en: 'Party cell' },
  { code: 'inspection_commission', vi: 'Ủy ban Kiểm tra', en: 'Inspection commission' },
  { code: 'peoples_council', vi: 'Hội đồng nhân dân', en: "People's council" },
  { code: 'council_board', vi: 'Ban của Hội đồng nhân dân', en: "Board of the people's council" },
  { code: 'peoples_committee', vi: 'Ủy ban nhân dân', en: "People's committee" },
  { code: 'administrative_office', vi: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', en: 'Administrative office' },
  { code: 'specialised_division', vi: 'Phòng chuyên môn', en: 'Specialised division' },
  { code: 'service_centre', vi: 'Trung tâm phục vụ hành chính công', en: 'Public administration service centre' },
  { code: 'military_command', vi: 'Ban Chỉ huy quân sự', en: 'Military command' },
  { code: 'police', vi: 'Công an', en: 'Police' },
  { code: 'fatherland_front', vi: 'Ủy ban Mặt trận Tổ quốc', en: 'Fatherland Front committee' },
  { code: 'mass_organisation', vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisation' },
  { code: 'public_service_unit', vi: 'Đơn vị sự nghiệp công lập', en: 'Public service unit' },
  { code: 'radio_television', vi: 'Đài phát thanh và truyền hình', en: 'Radio and television station' },
  { code: 'village', vi: 'Thôn, bản, khu phố', en: 'Village or quarter' },
  { code: 'other', vi: 'Đơn vị khác', en: 'Other unit' },
] as const satisfies readonly Term[]

/** Levels (cấp). The district level ended on 2025-07-01 but lives on in history. */
export const unitLevels = [
  { code: 'central', vi: 'Trung ương', en: 'Central' },
  { code: 'province', vi: 'Cấp tỉnh', en: 'Province' },
  { code: 'district', vi: 'Cấp huyện', en: 'District' },
  { code: 'commune', vi: 'Cấp xã', en: 'Commune' },
  { code: 'village', vi: 'Thôn, bản, khu phố', en: 'Village' },
] as const satisfies readonly Term[]

/** Roles of a post in its unit (vai trò của vị trí). */
export const postRoleTerms = [
  { code: 'head', vi: 'Người đứng đầu', en: 'Head' },
  { code: 'deputy', vi: 'Cấp phó', en: 'Deputy' },
  { code: 'member', vi: 'Ủy viên, thành viên', en: 'Member' },
  { code: 'staff', vi: 'Chuyên môn, nghiệp vụ', en: 'Staff' },
] as const satisfies readonly Term[]

/** What a person is in law while holding a post (đối tượng). */
export const holdingStatusTerms = [
  { code: 'cadre', vi: 'Cán bộ', en: 'Cadre' },
  { code: 'civil_servant', vi: 'Công chức', en: 'Civil servant' },
  { code: 'public_employee', vi: 'Viên chức', en: 'Public employee' },
  { code: 'part_time_worker', vi: 'Người hoạt động không chuyên trách', en: 'Part-time worker' },
] as const satisfies readonly Term[]

/** Sex (giới tính). */
export const sexTerms = [
  { code: 'female', vi: 'Nữ', en: 'Female' },
  { code: 'male', vi: 'Nam', en: 'Male' },
] as const satisfies readonly Term[]

/** Identity numbers (số định danh): that of twelve digits, and that of the identity cards of nine which it replaced. */
export const identityTerms = [
  { code: 'personal_id', vi: 'Số định danh cá nhân', en: 'Personal identification number' },
  { code: 'old_id_card', vi: 'Số chứng minh nhân dân cũ', en: 'Number of the old identity card' },
] as const satisfies readonly Term[]

/** Reorganisation acts (sắp xếp tổ chức). */
export const unitChangeTerms = [
  { code: 'found', vi: 'Thành lập', en: 'Founded' },
  { code: 'merge', vi: 'Hợp nhất', en: 'Merged into a new unit' },
  { code: 'absorb', vi: 'Sáp nhập', en: 'Absorbed' },
  { code: 'split_off', vi: 'Tách', en: 'Split off' },
  { code: 'divide', vi: 'Chia', en: 'Divided' },
  { code: 'partial_move', vi: 'Chuyển một phần', en: 'Part moved' },
  { code: 'rename', vi: 'Đổi tên', en: 'Renamed' },
  { code: 'retype', vi: 'Đổi loại, đổi cấp', en: 'Kind or level changed' },
  { code: 'dissolve', vi: 'Giải thể, kết thúc hoạt động', en: 'Dissolved' },
  { code: 'move_parent', vi: 'Chuyển cơ quan quản lý', en: 'Moved under another unit' },
] as const satisfies readonly Term[]

/** Kinds of absence that Decree 335/2025, article 11, takes into account. */
export const absenceTerms = [
  { code: 'maternity', vi: 'Nghỉ thai sản', en: 'Maternity leave' },
  { code: 'sick_leave', vi: 'Nghỉ ốm', en: 'Sick leave' },
  { code: 'unpaid_leave', vi: 'Nghỉ không hưởng lương', en: 'Unpaid leave' },
] as const satisfies readonly Term[]

type CodeOf<Terms extends readonly Term[]> = Terms[number]['code']

export type UnitKind = CodeOf<typeof unitKinds>
export type UnitLevel = CodeOf<typeof unitLevels>
export type PostRole = CodeOf<typeof postRoleTerms>
export type HoldingStatus = CodeOf<typeof holdingStatusTerms>
export type Sex = CodeOf<typeof sexTerms>
export type UnitChangeKind = CodeOf<typeof unitChangeTerms>
export type IdentityKind = CodeOf<typeof identityTerms>
export type AbsenceKind = CodeOf<typeof absenceTerms>

/** The codes of a list, in its order, as a tuple that zod takes for an enum. */
export function codesOf<const Terms extends readonly Term[]>(terms: Terms): [CodeOf<Terms>, ...CodeOf<Terms>[]] {
  return terms.map((term) => term.code) as [CodeOf<Terms>, ...CodeOf<Terms>[]]
}

/** The word for a code in a language; the code itself when the list does not know it (data written by a newer version). */
export function termOf(terms: readonly Term[], code: string, language: 'vi' | 'en' = 'vi'): string {
  return terms.find((term) => term.code === code)?.[language] ?? code
}
