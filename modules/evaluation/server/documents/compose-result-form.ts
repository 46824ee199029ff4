import type { CalendarDate } from '#kernel/calendar-date.ts'
import { tidy } from '#kernel/vietnamese.ts'
import type { EngineInput } from '../../domain/compute.ts'
import { paperHeadingOf } from '../../domain/paper-heading.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import { periodLabel, type Period } from '../../domain/period.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { ScoreResult } from '../../domain/scoring/types.ts'
import { criteriaTable, stepsOf } from './criteria-table.ts'
import { Footnotes } from './form-footnotes.ts'
import type { FormIssuer, FormVerification } from './form-inputs.ts'
import { pointsColumns, type FormPoints } from './form-points.ts'
import { dateline, dayInWords } from './form-view.ts'
import { levelNotes, levelTable, levelWords } from './level-table.ts'
import { listBlocks } from './list-tables.ts'
import { plain, type ResultForm, type ResultFormBlock, type ResultFormSection, type ResultFormSignature } from './result-form.ts'
import { factTable, judgementTable, periodTable, scoreTable, settingTable } from './score-table.ts'

/** Whose result it is. */
export type ResultSubject =
  | { readonly kind: 'person'; readonly name: string; readonly title: string; readonly unit: string }
  | { readonly kind: 'organisation'; readonly name: string; readonly above: string | null }

/** Everything the form is set from; what a reader may not see is null or empty. */
export interface ResultFormInput {
  readonly rulebook: CompiledRulebook
  readonly issuer: FormIssuer
  readonly place: string | null
  /** Day of the decision; null leaves dots. */
  readonly decidedOn: CalendarDate | null
  readonly period: Period
  readonly subject: ResultSubject
  /** The day posts and units were read on. */
  readonly asOf: CalendarDate
  readonly group: string
  /** What the score was computed from, and what it came to; null before that or for who may not see it. */
  readonly computed: { readonly engine: EngineInput; readonly score: ScoreResult } | null
  /** The columns of the sheet as stored. */
  readonly sheets: Partial<Record<RaterColumn, FormPoints>>
  readonly proposedLevel: string | null
  readonly decision: { readonly level: string; readonly reason: string; readonly replaces: boolean } | null
  readonly strengths: string
  readonly weaknesses: string
  readonly comment: string
  readonly signed: { readonly self: Signed; readonly superior: Signed | null; readonly authority: Signed }
  readonly verification: FormVerification | null
}

/** Who signs, and when they acted. */
export interface Signed {
  readonly name: string | null
  readonly on: CalendarDate | null
}

const sampleStamp = 'BẢN MẪU MINH HỌA – không phải kết quả theo quy định đã ban hành'

/** Sets out the result of a person or an organisation under any rulebook; a rulebook's doubts stand as footnotes. */
export function composeResultForm(input: ResultFormInput): ResultForm {
  const { rulebook, subject, group } = input
  const notes = new Footnotes(rulebook)
  const subtitle = notes.whole(rulebook.title.vi)
  const fields = fieldsOf(input, notes)
  const sections = sectionsOf(input, notes)
  const label = periodLabel(input.period).vi
  return {
    heading: paperHeadingOf(rulebook),
    issuer: input.issuer,
    dateline: dateline({ place: input.place, date: input.decidedOn }),
    stamp: rulebook.confidence === 'sample' ? sampleStamp : null,
    about: subject.name,
    title: 'PHIẾU ĐÁNH GIÁ, XẾP LOẠI',
    subtitle,
    period: `Kỳ đánh giá: ${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}`,
    fields,
    sections,
    signatures: signaturesOf(input, group),
    footnotes: notes.texts,
    verification: input.verification,
  }
}

function fieldsOf({ rulebook, subject, group, asOf, period }: ResultFormInput, notes: Footnotes): ResultFormBlock[] {
  const field = (label: string, text: string): ResultFormBlock => ({ kind: 'field', label, value: plain(text) })
  const groupName = rulebook.groups.length > 1 ? rulebook.groups.find((each) => each.id === group)?.name.vi : undefined
  const { document } = rulebook
  const basis = `${document.number} ngày ${dayInWords(document.date)} của ${document.issuer.vi}: ${document.title.vi} (bộ quy định ${rulebook.id}, phiên bản ${rulebook.version})`
  const forms = rulebook.forms.filter((form) => (form.cycle === 'year') === (period.kind === 'year')).map((form) => form.number)
  return [
    ...(subject.kind === 'person'
      ? [field('Họ và tên:', subject.name), field('Chức vụ, chức danh:', subject.title), field('Đơn vị công tác:', subject.unit)]
      : [field('Tên tập thể, tổ chức:', subject.name), ...(subject.above === null ? [] : [field('Cơ quan, tổ chức cấp trên:', subject.above)])]),
    field(subject.kind === 'person' ? 'Chức vụ, đơn vị tính đến:' : 'Tổ chức tính đến:', `ngày ${dayInWords(asOf)}`),
    ...(groupName === undefined ? [] : [field('Nhóm đối tượng:', groupName)]),
    { kind: 'field', label: 'Căn cứ:', value: notes.whole(basis) },
    ...(forms.length === 0 ? [] : [{ kind: 'note' as const, text: `Văn bản có biểu mẫu riêng: ${forms.join(', ')}. Phiếu này in kết quả, không thay cho biểu mẫu đó.` }]),
  ]
}

function sectionsOf(input: ResultFormInput, notes: Footnotes): ResultFormSection[] {
  const { rulebook, group, computed, sheets, subject } = input
  const steps = stepsOf(computed?.score.derivation ?? null)
  const engine = computed?.engine ?? null
  const present = (blocks: readonly (ResultFormBlock | null)[]): ResultFormBlock[] => blocks.filter((block) => block !== null)
  const period = engine === null ? null : periodTable(engine)
  const scoring: ResultFormSection[] =
    period !== null || fromShorterPeriods(rulebook, input.period.kind)
      ? [{ name: 'ĐIỂM TRONG KỲ', blocks: present([period]) }]
      : [{ name: 'ĐIỂM THEO TIÊU CHÍ', blocks: [criteriaTable(rulebook, group, pointsColumns(rulebook, group, engine, sheets), steps, notes)] }]
  const told = new Set<string>()
  const scored = computed === null ? null : scoreTable(rulebook, computed.score, notes, told)
  const lists = listBlocks(rulebook, engine, notes, told)
  const levelSteps = stepsOf(computed?.score.levelDerivation ?? null)
  const decided = input.decision
  return [
    ...scoring,
    ...(lists.length === 0 ? [] : [{ name: 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ', blocks: lists }]),
    {
      name: 'ĐIỂM TÍNH ĐƯỢC',
      blocks:
        computed === null
          ? [{ kind: 'field', label: 'Tổng điểm:', value: plain('') }]
          : present([scored, judgementTable(rulebook, computed.engine, notes), factTable(rulebook, computed.engine), settingTable(rulebook, [steps, levelSteps], notes)]),
    },
    {
      name: 'XẾP LOẠI',
      blocks: present([
        ...(input.proposedLevel === null ? [] : [{ kind: 'field' as const, label: subject.kind === 'person' ? 'Cá nhân tự đề xuất:' : 'Tập thể tự đề xuất:', value: plain(levelWords(rulebook, input.proposedLevel)) }]),
        computed === null ? { kind: 'field', label: 'Mức dự kiến:', value: plain('') } : { kind: 'field', label: 'Mức dự kiến:', value: notes.whole(levelWords(rulebook, computed.score.level)) },
        ...(computed === null ? [] : [...levelNotes(computed.score), levelTable(rulebook, computed.score, notes)]),
        { kind: 'field', label: 'Mức quyết định:', value: plain(levelWords(rulebook, decided?.level ?? null)) },
        ...(decided === null || decided.reason === '' ? [] : [{ kind: 'field' as const, label: decided.replaces ? 'Lý do (quyết định thay thế):' : 'Lý do:', value: plain(tidy(decided.reason)) }]),
      ]),
    },
    {
      name: 'NHẬN XÉT',
      blocks: [
        ...(subject.kind === 'person'
          ? [{ kind: 'words' as const, label: '1. Ưu điểm:', text: input.strengths, lines: 1 }, { kind: 'words' as const, label: '2. Hạn chế, khuyết điểm:', text: input.weaknesses, lines: 1 }]
          : [{ kind: 'words' as const, label: '1. Ý kiến của tập thể, tổ chức:', text: input.strengths, lines: 1 }]),
        { kind: 'words', label: `${subject.kind === 'person' ? 3 : 2}. Ý kiến của cấp có thẩm quyền:`, text: input.comment, lines: 1 },
      ],
    },
  ]
}

function signaturesOf({ rulebook, signed, subject }: ResultFormInput, group: string): ResultFormSignature[] {
  const by = (headings: readonly string[], who: Signed): ResultFormSignature => ({ headings, note: who.on === null ? '' : `(ngày ${dayInWords(who.on)})`, name: who.on === null ? '' : (who.name ?? '') })
  const standing = rulebook.raters.some((rater) => rater.who === 'party_committee' && rater.fills.includes('level') && (rater.groups === null || rater.groups.includes(group)))
  const authority = standing ? ['T/M BAN THƯỜNG VỤ'] : subject.kind === 'person' ? ['CẤP CÓ THẨM QUYỀN', 'XẾP LOẠI'] : ['CẤP CÓ THẨM QUYỀN', 'CÔNG NHẬN']
  return [
    by(subject.kind === 'person' ? ['NGƯỜI TỰ ĐÁNH GIÁ'] : ['ĐẠI DIỆN TẬP THỂ, TỔ CHỨC'], signed.self),
    ...(signed.superior === null ? [] : [by(['CẤP TRÊN TRỰC TIẾP'], signed.superior)]),
    by(authority, signed.authority),
  ]
}
