import type { PersonId } from '#kernel/id.ts'
import { momentWords } from '#kernel/own-record.ts'
import { actNames } from '../../domain/approval/act-names.ts'
import type { StoryState } from '../../domain/approval/state.ts'
import { airFirstOf, type Step } from '../stories/steps.ts'
import { documentWords, type DelegationDocument } from './delegation-documents.ts'
import { levelNames } from './script-parts.ts'

/** What the steps of a paper need to be said: names, and the documents of those signed for somebody else. */
export interface StepNames {
  readonly nameOf: (id: PersonId) => string
  readonly documents: ReadonlyMap<string, readonly DelegationDocument[]>
}

/** Each step on paper: when, which, who and for whom under which document, by what proof, and the note. */
export function stepRows(steps: readonly Step[], { nameOf, documents }: StepNames): string[][] {
  return steps.map((step) => [
    momentWords(step.at),
    `${actNames[step.act]}${step.level === null ? '' : ` (${levelNames[step.level]})`}`,
    [nameOf(step.personId), ...(step.actingFor === null ? [] : [`ký thay ${nameOf(step.actingFor)}`, underWords(documentWords(documents.get(step.id)))])].filter((part) => part !== '').join(', '),
    step.proved ? 'Xác thực lại khi ký' : 'Phiên đăng nhập',
    [`Bản ${step.version}`, step.orderedBy === null ? '' : `Theo lệnh của ${nameOf(step.orderedBy)}, phải ký trước ${momentWords(step.dueAt)}`, step.note].filter((part) => part !== '').join('. '),
  ])
}

/** Under which document (văn bản ủy quyền) somebody signed for somebody else; empty when none is known. */
export function underWords(document: string | null | undefined): string {
  return document == null || document === '' ? '' : `theo văn bản ủy quyền số ${document}`
}

/** What happened to a story beside its steps. */
export interface AirFirstFacts {
  readonly state: StoryState
  readonly hash: Buffer
  readonly airedAt: Date | null
  readonly now: Date
}

/** What the paper says loudly of a story let on air before it was signed (phát trước, ký sau); nothing of one that never was. */
export function airFirstLines(steps: readonly Step[], { state, hash, airedAt, now }: AirFirstFacts, nameOf: StepNames['nameOf']): string[] {
  const given = steps.findLast((step) => step.act === 'air_first')
  if (given?.orderedBy == null || given.dueAt === null) return []
  return [
    `PHÁT TRƯỚC, KÝ SAU: ${nameOf(given.orderedBy)} ra lệnh, ${nameOf(given.personId)} cho phát lúc ${momentWords(given.at)}, với bản ${given.version}.`,
    `Lý do: ${given.note}`,
    `Phải ký trước ${momentWords(given.dueAt)}.${airedAt === null ? '' : ` Phát lần đầu lúc ${momentWords(airedAt)}.`}`,
    signedWords(steps, given, given.dueAt, { state, hash, now }, nameOf),
  ]
}

function signedWords(steps: readonly Step[], given: Step, dueAt: Date, { state, hash, now }: Omit<AirFirstFacts, 'airedAt'>, nameOf: StepNames['nameOf']): string {
  const signed = state === 'approved' ? steps.findLast((step) => step.act === 'approve') : undefined
  if (signed !== undefined && signed.at >= given.at) {
    return `Đã ký đủ cấp lúc ${momentWords(signed.at)}, người ký sau cùng ${nameOf(signed.personId)}, ${signed.at <= dueAt ? 'trong hạn' : 'QUÁ HẠN'}.`
  }
  if (airFirstOf(steps, hash) === null) return 'Lệnh không còn hiệu lực với lời bài này: bài đã bị trả lại, rút về hoặc sửa sau đó.'
  return dueAt < now ? 'CHƯA KÝ, ĐÃ QUÁ HẠN.' : 'CHƯA KÝ.'
}
