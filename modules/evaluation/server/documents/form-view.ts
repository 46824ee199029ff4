import { calendarDate, dayInWords as wordsOfDay } from '#kernel/calendar-date.ts'
import { formatDecimal, tidy } from '#kernel/vietnamese.ts'
import type { PrintableValue } from '#platform/documents/printable.ts'
import type { Form01, Form02, FormCriterionRow, FormIssuer, FormLevel, FormSignature, FormVerification } from './form-inputs.ts'
import { FORM_LEVELS } from './form-inputs.ts'
import { rootLine } from './root-mark.ts'

const levelNames: Record<FormLevel, string> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  completed: 'Hoàn thành nhiệm vụ',
  not_completed: 'Không hoàn thành nhiệm vụ',
}

function paragraphs(text: string | null): string[] {
  return (text ?? '').split('\n').map(tidy).filter((line) => line !== '')
}

function points(value: string | null): string {
  return value === null ? '' : formatDecimal(value)
}

/** "Cam Lộ, ngày 05 tháng 01 năm 2027": a day below ten and the months 1 and 2 take a nought (NĐ 30/2020, Appendix I). */
export function dateline(signature: Pick<FormSignature, 'place' | 'date'>): string {
  const place = signature.place === null || tidy(signature.place) === '' ? '.....' : tidy(signature.place)
  return signature.date === null ? `${place}, ngày....tháng.....năm.....` : `${place}, ngày ${dayInWords(signature.date)}`
}

/** "05 tháng 01 năm 2027" of a YYYY-MM-DD day. */
export function dayInWords(date: string): string {
  return wordsOfDay(calendarDate(date))
}

/** The two lines at the top left, in capitals. */
export function issuerLines(value: FormIssuer): PrintableValue {
  return {
    superior: tidy(value.superiorBody ?? '').toLocaleUpperCase('vi'),
    body: tidy(value.issuingBody).toLocaleUpperCase('vi'),
  }
}

function signature(value: FormSignature): PrintableValue {
  return { dateline: dateline(value), name: tidy(value.name ?? '') }
}

/** What the foot says of the record: its line, and of the published set it is in the line and the root the QR code holds; empty without. */
export function verificationView(value: FormVerification | null): PrintableValue {
  if (value === null) return { line: '', set: '', root: '' }
  const { recordId, shortHash, set } = value
  return { line: `Mã hồ sơ: ${tidy(recordId)} · Mã kiểm tra: ${tidy(shortHash)}`, ...(set === null ? { set: '', root: '' } : { set: rootLine(set), root: set.root }) }
}

function criterion(row: FormCriterionRow): PrintableValue {
  const parts = row.code.split('.')
  return {
    group: parts.length === 1,
    number: parts.at(-1) ?? '',
    name: tidy(row.name),
    max: formatDecimal(row.max),
    points: points(row.selfPoints),
  }
}

/** What template form-01.typ prints for one civil servant. */
export function viewOfForm01(form: Form01): PrintableValue {
  return {
    issuer: issuerLines(form.issuer),
    period: form.periodLabel === null ? '..........' : tidy(form.periodLabel),
    fullName: paragraphs(form.fullName),
    position: paragraphs(form.title),
    unit: paragraphs(form.unit),
    criteria: form.criteriaRows.map(criterion),
    criteriaMax: formatDecimal(form.criteriaMax),
    criteriaTotal: points(form.criteriaSelfTotal),
    generalPoints: paragraphs(points(form.generalPoints)),
    taskPoints: paragraphs(points(form.taskPoints)),
    total: paragraphs(points(form.total)),
    strengths: paragraphs(form.strengths),
    weaknesses: paragraphs(form.weaknesses),
    comment: paragraphs(form.comment),
    selfSignature: signature(form.selfSignature),
    superiorSignature: signature(form.superiorSignature),
    verification: verificationView(form.verification),
    sourceNote: tidy(form.sourceNote ?? ''),
  }
}

function boxes(chosen: FormLevel | null): PrintableValue {
  return FORM_LEVELS.map((level) => ({ name: levelNames[level], ticked: level === chosen }))
}

/** What template form-02.typ prints for one civil servant; always twelve months. */
export function viewOfForm02(form: Form02): PrintableValue {
  const byMonth = new Map(form.months.map((month) => [month.month, month]))
  const months = Array.from({ length: 12 }, (_, index) => {
    const given = byMonth.get(index + 1)
    return { month: String(index + 1), total: points(given?.total ?? null), note: tidy(given?.note ?? '') }
  })
  return {
    issuer: issuerLines(form.issuer),
    year: String(form.year),
    fullName: paragraphs(form.fullName),
    position: paragraphs(form.title),
    unit: paragraphs(form.unit),
    months,
    mean: points(form.mean),
    meanNote: tidy(form.meanNote),
    selfLevels: boxes(form.selfLevel),
    decidedLevels: boxes(form.decidedLevel),
    followUp: paragraphs(form.proposedFollowUp),
    selfSignature: signature(form.selfSignature),
    authoritySignature: signature(form.authoritySignature),
    verification: verificationView(form.verification),
    sourceNote: tidy(form.sourceNote ?? ''),
  }
}
