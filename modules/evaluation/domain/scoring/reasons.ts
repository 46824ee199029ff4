import type { CompiledRulebook, Field } from '../rulebook/compiled-rulebook.ts'
import type { Bilingual } from '../rulebook/expression.ts'
import { appliesTo, criteriaOf } from '../rulebook/scope.ts'
import type { GroupPlan } from './plan.ts'
import type { Reason } from './types.ts'
import type { Cause, Missing } from './value.ts'

const engineTexts: Readonly<Record<string, Bilingual>> = {
  division_by_zero: { vi: 'Phép chia cho 0', en: 'Division by zero' },
  empty_list: { vi: 'Danh sách trống', en: 'The list is empty' },
  no_rater_left: { vi: 'Không còn người chấm nào để tính điểm', en: 'No rater is left to score from' },
  unmatched: { vi: 'Không có giá trị cho trường hợp này', en: 'No value for this case' },
}

export function reason(code: string, text: Bilingual, article: string | null = null, path: string | null = null): Reason {
  return { code, vi: text.vi, en: text.en, article, path }
}

/** Each cause of a missing value as a sentence naming what is missing and where. */
export function reasonsOf(missing: Missing, plan: GroupPlan): Reason[] {
  return missing.causes.map((cause) => reasonOf(cause, plan))
}

function reasonOf(cause: Cause, plan: GroupPlan): Reason {
  const { rulebook } = plan
  if (cause.code === 'missing_input' && cause.path !== null) {
    const found = nameOf(cause.path, rulebook, plan.group)
    const label = found?.name ?? { vi: cause.path, en: cause.path }
    return reason('missing_input', { vi: `Chưa có: ${label.vi} (${cause.path})`, en: `Not given: ${label.en} (${cause.path})` }, found?.article ?? null, cause.path)
  }
  if (cause.code === 'too_few_raters' && cause.path !== null) {
    const rater = rulebook.raters.find((each) => `scores.${each.id}` === cause.path)
    const name = rater?.name ?? { vi: cause.path, en: cause.path }
    const least = rater?.atLeast ?? 1
    return reason('too_few_raters', { vi: `${name.vi}: chưa đủ ${least} người chấm nên không lấy điểm bình quân`, en: `${name.en}: fewer than ${least} people, so no mean is taken` }, rater?.article ?? null, cause.path)
  }
  const message = rulebook.messages.find((each) => each.id === cause.code)
  if (message) return reason(cause.code, message.text, message.article)
  return reason(cause.code, engineTexts[cause.code] ?? { vi: cause.code, en: cause.code }, null, cause.path)
}

interface Named {
  readonly name: Bilingual
  readonly article: string | null
}

function fieldOf(fields: readonly Field[], id: string): Field | undefined {
  return fields.find((field) => field.id === id || (field.type === 'period' && (`${field.id}Year` === id || `${field.id}Number` === id)))
}

/** `scores.superior`, `scores.superior.I.1`, `scores.collective[0].I.1`. */
function nameOfScore(path: string, rulebook: CompiledRulebook, group: string): Named | null {
  const [, id, , index, code] = /^scores\.([^.[]+)(\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? []
  const rater = rulebook.raters.find((each) => each.id === id)
  if (!rater) return null
  const sheet = index === undefined ? { vi: '', en: '' } : { vi: `, phiếu ${Number(index) + 1}`, en: `, sheet ${Number(index) + 1}` }
  const who = { vi: `${rater.name.vi}${sheet.vi}`, en: `${rater.name.en}${sheet.en}` }
  if (code === undefined) return { name: { vi: `Phiếu chấm: ${who.vi}`, en: `Sheet: ${who.en}` }, article: rater.article }
  const criterion = criteriaOf(rulebook.criteria, group).find((each) => each.code === code)
  return { name: { vi: `${who.vi}: ${criterion?.name.vi ?? code}`, en: `${who.en}: ${criterion?.name.en ?? code}` }, article: criterion?.article ?? null }
}

function sheetQuantity(rulebook: CompiledRulebook, group: string, id: string): Named | null {
  const quantity = rulebook.sheet.quantities.find((each) => each.id === id && appliesTo(each.groups, group))
  return quantity ? { name: quantity.label, article: quantity.article } : null
}

/** The official name of an input, by its path. */
export function nameOf(path: string, rulebook: CompiledRulebook, group: string): Named | null {
  const period = /^(months|quarters)\[(\d+)\](?:\.score)?$/.exec(path)
  if (period) {
    const number = Number(period[2]) + 1
    const month = period[1] === 'months'
    return { name: { vi: `Điểm ${month ? 'tháng' : 'quý'} thứ ${number} của kỳ`, en: `Score of ${month ? 'month' : 'quarter'} ${number} of the period` }, article: null }
  }
  if (path.startsWith('scores.')) return nameOfScore(path, rulebook, group)
  const item = /^(.+)\[(\d+)\]\.(.+)$/.exec(path)
  if (item) {
    const [, list = '', index = '0', field = ''] = item
    const definition = list.startsWith('facts.') ? fieldOf(rulebook.facts, list.slice(6)) : rulebook.lists.find((each) => each.id === list)
    const found = definition ? fieldOf(definition.fields, field) : undefined
    if (!definition || !found) return null
    const row = Number(index) + 1
    return { name: { vi: `${found.name.vi}, dòng ${row} của ${definition.name.vi}`, en: `${found.name.en}, row ${row} of ${definition.name.en}` }, article: found.article }
  }
  const [kind = '', ...rest] = path.split('.')
  const id = rest.join('.')
  const keyed = rulebook.lists.find((each) => each.id === kind && each.keys.length > 0)
  if (keyed) {
    const entry = keyed.keys.find((each) => each.key === rest[0])
    if (entry && rest[1] === keyed.keyedBy) return { name: keyed.name, article: entry.article }
    const field = fieldOf(keyed.fields, rest[1] ?? '')
    return entry && field ? { name: { vi: `${entry.name.vi}: ${field.name.vi}`, en: `${entry.name.en}: ${field.name.en}` }, article: field.article ?? entry.article } : null
  }
  if (kind === 'criteria') return criteriaOf(rulebook.criteria, group).find((criterion) => criterion.code === id) ?? null
  if (kind === 'judgements') return rulebook.judgements.find((judgement) => judgement.id === id) ?? null
  if (kind === 'facts') return fieldOf(rulebook.facts, id) ?? null
  if (kind === 'settings') return rulebook.settings.find((setting) => setting.id === id) ?? null
  if (kind === 'sheet') return sheetQuantity(rulebook, group, id)
  if (kind === 'raters') return rulebook.raters.find((rater) => rater.id === id) ?? null
  if (path === 'group.id') return { name: { vi: 'Nhóm đối tượng', en: 'Group' }, article: null }
  if (kind === 'group') return { name: { vi: `Tham số ${id} của nhóm`, en: `Parameter ${id} of the group` }, article: null }
  if (kind === 'total') return { name: { vi: 'Tổng điểm', en: 'Total score' }, article: null }
  return null
}
