import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { CompiledRulebook, Quota } from '../rulebook/compiled-rulebook.ts'
import { buildScope } from '../rulebook/scope.ts'
import { compileExpression } from './compile-expression.ts'
import type { GroupPlan } from './plan.ts'
import { Problems, quote, withinDigits } from './problems.ts'
import { rate, ratingFrame } from './rate.ts'
import { readShared } from './read-shared.ts'
import { numberReader } from './read-value.ts'
import { planOrProblem } from './score-subject.ts'
import type { ClassifyInput, ClassifyResult, InputProblem, LevelAnswer, QuotaAnswer, Reason, SettingsInput } from './types.ts'
import { Frame, Missing, missingInput, type Value } from './value.ts'

interface Placed {
  readonly id: string
  readonly peerGroup: string
  readonly level: LevelAnswer
  readonly reasons: readonly Reason[]
}

const subjectKeys = ['id', 'peerGroup', 'group', 'total', 'facts', 'name']

function placeSubject(rulebook: CompiledRulebook, raw: unknown, i: number, settings: unknown, seen: Set<string>, errors: InputProblem[]): Placed | null {
  const problems = new Problems()
  const base = `subjects[${i}]`
  const fail = () => {
    for (const each of problems.list) errors.push({ ...each, path: each.path.startsWith('settings') ? each.path : each.path === '' ? base : `${base}.${each.path}` })
    return null
  }
  if (!isRecord(raw)) {
    problems.add('', `${quote(raw)} không phải là một người`, '{ id, peerGroup, total, facts }')
    return fail()
  }
  for (const key in raw) if (!subjectKeys.includes(key)) problems.add(key, `Không có trường ${quote(key)}`, subjectKeys.join(' | '))
  const [id, peerGroup] = [textOf(raw['id'], 'id', problems), textOf(raw['peerGroup'], 'peerGroup', problems)]
  if (id !== '' && seen.has(id)) problems.add('id', `Mã ${quote(id)} bị trùng`, 'mỗi mã một lần')
  if (peerGroup === '*') problems.add('peerGroup', 'Tên nhóm “*” dành cho toàn cơ quan', 'tên nhóm khác')
  seen.add(id)
  if (problems.list.length > 0) return fail()
  try {
    const plan: GroupPlan = planOrProblem(rulebook, raw['group'] ?? rulebook.groups[0]?.id, problems)
    const given = raw['total']
    const read = given === null || given === undefined ? undefined : numberReader('0', rulebook.sheet.maximum, false)(given, problems, 'total')
    const shared = readShared(plan, { settings, facts: raw['facts'] }, problems)
    if (problems.list.length > 0) return fail()
    const total: Value = read ?? missingInput('total')
    const rating = rate(plan, ratingFrame(plan, shared, total, []), total)
    return { id, peerGroup, level: rating.level, reasons: rating.reasons }
  } catch (error) {
    if (problems.list.length > 0) return fail()
    throw error
  }
}

function textOf(raw: unknown, key: string, problems: Problems): string {
  if (typeof raw === 'number' && Number.isSafeInteger(raw)) return String(raw)
  if (typeof raw === 'string' && raw.trim() !== '' && raw.length <= 200) return raw.normalize('NFC')
  problems.add(key, raw === undefined || raw === null ? 'Chưa cho giá trị' : `Giá trị ${quote(raw)} không hợp lệ`, 'chữ, không trống')
  return ''
}

/**
 * Proposes a level for every subject and counts each quota in the whole body ("*") and in every peer group.
 * It never picks who loses: `over` only says how many too many are proposed.
 * Throws `Refusal('score_input_invalid', { errors })`.
 */
export function classify(rulebook: CompiledRulebook, input: ClassifyInput): ClassifyResult {
  return withinDigits(() => classified(rulebook, input))
}

function classified(rulebook: CompiledRulebook, input: ClassifyInput): ClassifyResult {
  const problems = new Problems()
  const raw = input as unknown
  const known = ['rulebook', 'settings', 'subjects']
  if (isRecord(raw)) for (const key in raw) if (!known.includes(key)) problems.add(key, `Không có mục ${quote(key)}`, known.join(' | '))
  if (!isRecord(raw) || !Array.isArray(raw['subjects'])) problems.add('subjects', 'Chưa có danh sách người được xếp loại', 'danh sách [ … ]')
  problems.refuseIfAny()
  const seen = new Set<string>()
  const errors: InputProblem[] = []
  const shared = readShared(planOrProblem(rulebook, rulebook.groups[0]?.id, problems), { settings: input.settings }, problems)
  problems.refuseIfAny()
  const placed = (input.subjects as readonly unknown[]).map((subject, i) => placeSubject(rulebook, subject, i, input.settings, seen, errors))
  for (const error of errors) if (problems.list.length < 100) problems.list.push(error)
  problems.refuseIfAny()

  const subjects = placed.filter((each) => each !== null)
  const levels = nullRecord<LevelAnswer>(subjects.map((each) => [each.id, each.level]))
  const reasons = nullRecord<readonly Reason[]>(subjects.map((each) => [each.id, each.reasons]))
  return { levels, reasons, quotas: rulebook.quotas.flatMap((quota) => countQuota(rulebook, quota, subjects, shared)) }
}

/**
 * Counts each quota over levels already given (decided or provisional), in the whole body ("*") and in every peer group.
 * Throws `Refusal('score_input_invalid', { errors })` for settings the rulebook does not know.
 */
export function countQuotas(rulebook: CompiledRulebook, settings: SettingsInput, subjects: readonly { readonly peerGroup: string; readonly level: LevelAnswer }[]): QuotaAnswer[] {
  const problems = new Problems()
  const shared = readShared(planOrProblem(rulebook, rulebook.groups[0]?.id, problems), { settings }, problems)
  problems.refuseIfAny()
  return rulebook.quotas.flatMap((quota) => countQuota(rulebook, quota, subjects, shared))
}

/** An object whose keys are people's ids, safe for an id like "__proto__". */
function nullRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const record = Object.create(null) as Record<string, T>
  for (const [key, value] of entries) record[key] = value
  return record
}

function countQuota(rulebook: CompiledRulebook, quota: Quota, subjects: readonly Pick<Placed, 'peerGroup' | 'level'>[], shared: Frame): QuotaAnswer[] {
  const groups = quota.scopes.includes('peer_group') ? [...new Set(subjects.map((each) => each.peerGroup))].sort() : []
  const scopes = [...(quota.scopes.includes('body') ? ['*'] : []), ...groups]
  const scope = buildScope(rulebook, 'quota', '')
  const allowedOf = compileExpression(quota.allowed.ast, scope, null)
  return scopes.map((name) => {
    const members = name === '*' ? subjects : subjects.filter((each) => each.peerGroup === name)
    const qualifying = members.filter((each) => quota.qualifying.includes(each.level)).length
    const proposed = members.filter((each) => each.level === quota.level).length
    // Settings take the first slots of every scope, so those of the shared frame fit here.
    const slots = [...scope.names.values()].map((info) =>
      info.name === 'qualifying' ? rational.rational(qualifying) : info.name === 'headcount' ? rational.rational(members.length) : (shared.slots[info.slot] as Value),
    )
    const value = allowedOf(new Frame(slots, []))
    if (value instanceof Missing) throw new Error(`quota ${quota.id} gives no number`)
    const allowed = Number(rational.floor(value as Rational).n)
    return {
      scope: name,
      quota: quota.id,
      base: settingText(rulebook, quota.baseSetting, shared),
      rate: settingText(rulebook, quota.rateSetting, shared),
      headcount: members.length,
      qualifying,
      allowed,
      proposed,
      over: Math.max(0, proposed - allowed),
    }
  })
}

/** The chosen value of a setting, as the rulebook writes it. */
function settingText(rulebook: CompiledRulebook, id: string, shared: Frame): string {
  const index = rulebook.settings.findIndex((each) => each.id === id)
  const chosen = shared.slots[index]
  const values = rulebook.settings[index]?.values ?? []
  if (typeof chosen === 'string') return chosen
  return values.find((value) => value.number !== null && rational.equals(rational.parseRational(value.number) ?? rational.zero, chosen as Rational))?.value ?? ''
}
