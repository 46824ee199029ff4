import { isRecord } from '#kernel/is-record.ts'
import type { Rater } from '../rulebook/compiled-rulebook.ts'
import type { GroupPlan } from './plan.ts'
import type { ScoresPlan } from './plan-scores.ts'
import { quote, type Problems } from './problems.ts'
import { criteriaCells, readCriteria } from './read-criteria.ts'
import { isMean, readMean } from './read-mean.ts'
import { Frame, Missing } from './value.ts'

/** What the people of one kind of rater gave. */
export interface RaterSheets {
  readonly rater: Rater
  /** One person's points each, summed; slots as in a sheet of the group. */
  readonly sheets: readonly Frame[]
  /** How many people gave them: more than the sheets where only their mean is known. */
  readonly people: number
  /** Whether the input wrote a list, so that paths name the person. */
  readonly listed: boolean
}

const mostPeople = 500

/** A sheet somebody filled in: a map of criteria, or one total. */
function readOne(plan: GroupPlan, scores: ScoresPlan, rater: Rater, raw: unknown, path: string, index: number, shared: Frame, problems: Problems, unused: string[]): Frame {
  const frame = new Frame(shared.slots.slice(), [])
  const { cells } = criteriaCells(plan)
  const place = { path, index, kind: 'criteria' }
  const asTotal = typeof raw === 'number' || typeof raw === 'string' ? { total: raw } : raw
  problems.at(path, index)
  if (!isRecord(asTotal)) {
    problems.add('', `${quote(raw)} không phải là một phiếu chấm`, '{ "mã tiêu chí": điểm, … }')
    return frame
  }
  if (asTotal['total'] === undefined || cells.has('total')) readCriteria(plan, asTotal, place, frame, problems, unused)
  else readTotal(scores, rater, asTotal, frame, problems, cells)
  if (scores.rules.average === 'criteria') refuseSums(scores, cells, place, frame, shared, problems)
  for (const sum of scores.sums) sum(frame)
  return frame
}

function readTotal(scores: ScoresPlan, rater: Rater, given: Readonly<Record<string, unknown>>, frame: Frame, problems: Problems, cells: ReturnType<typeof criteriaCells>['cells']): void {
  const cell = scores.root ? cells.get(scores.root.code) : undefined
  if (!cell || !rater.fills.includes('total')) {
    problems.add('total', `${rater.name.vi} chấm từng tiêu chí, không cho tổng điểm`, '{ "mã tiêu chí": điểm, … }')
    return
  }
  for (const key in given) if (key !== 'total') problems.add(key, 'Đã cho tổng điểm thì không cho thêm điểm từng tiêu chí', 'một trong hai')
  const raw = given['total']
  const value = raw === null ? undefined : cell.read(raw, problems, 'total')
  if (value !== undefined) frame.slots[cell.slot] = value
}

/** Where each criterion is averaged, a sum in place of its criteria cannot be used. */
function refuseSums(scores: ScoresPlan, cells: ReturnType<typeof criteriaCells>['cells'], place: { path: string; index: number }, frame: Frame, shared: Frame, problems: Problems): void {
  problems.at(place.path, place.index)
  for (const [code, cell] of cells) {
    if (cell.below.length > 0 && frame.slots[cell.slot] !== shared.slots[cell.slot] && !(frame.slots[cell.slot] instanceof Missing)) {
      problems.add(code, 'Điểm được bình quân theo từng tiêu chí nên phải cho điểm từng tiêu chí con', scores.parts.flatMap((part) => part.at.map((each) => each.criterion.code)).join(' | '))
    }
  }
}

/** Reads `scores`: the sheets of every kind of rater. Kinds nobody gave a sheet for come back with none. */
export function readScores(plan: GroupPlan, scores: ScoresPlan, raw: unknown, shared: Frame, problems: Problems, unused: string[]): RaterSheets[] {
  const given = new Map<string, unknown>()
  problems.at('')
  if (raw !== undefined && raw !== null && !isRecord(raw)) problems.add('scores', `${quote(raw)} không phải là điểm theo người chấm`, `{ "${[...scores.raters.keys()].join('": …, "')}": … }`)
  else if (isRecord(raw)) {
    problems.at('scores')
    for (const key in raw) {
      const id = key.normalize('NFC')
      if (scores.raters.has(id)) given.set(id, raw[key])
      else if (plan.rulebook.raters.some((rater) => rater.id === id && rater.groups !== null && !rater.groups.includes(plan.group))) unused.push(`scores.${id}`)
      else problems.add(key, `Không có loại người chấm ${quote(key)}`, [...scores.raters.keys()].join(' | '))
    }
  }
  return [...scores.raters.values()].map((rater) => readKind(plan, scores, rater, given.get(rater.id), shared, problems, unused))
}

function readKind(plan: GroupPlan, scores: ScoresPlan, rater: Rater, raw: unknown, shared: Frame, problems: Problems, unused: string[]): RaterSheets {
  const path = `scores.${rater.id}`
  if (raw === undefined || raw === null) return { rater, sheets: [], people: 0, listed: false }
  if (rater.several && isMean(raw)) {
    const { people, frame } = readMean(plan, scores, raw, path, shared, problems)
    return { rater, people, sheets: frame === null ? [] : [frame], listed: false }
  }
  const listed = Array.isArray(raw)
  const people: readonly unknown[] = listed ? raw : [raw]
  problems.at('')
  if (people.length > 1 && !rater.several) {
    problems.add(path, `${rater.name.vi}: chỉ một người chấm một lần, không nhận ${people.length} phiếu`, 'một phiếu')
    return { rater, sheets: [], people: 0, listed }
  }
  if (people.length > mostPeople) {
    problems.add(path, `Có ${people.length} phiếu`, `không quá ${mostPeople} phiếu`)
    return { rater, sheets: [], people: 0, listed }
  }
  const elsewhere: string[] = []
  const sheets = people.map((each, i) => readOne(plan, scores, rater, each, path, listed ? i : -1, shared, problems, elsewhere))
  // Of an anonymous kind nothing that comes out says which person it was.
  unused.push(...(rater.anonymous ? new Set(elsewhere.map((name) => name.replace(/\[\d+\]/, ''))) : elsewhere))
  return { rater, listed, sheets, people: sheets.length }
}
