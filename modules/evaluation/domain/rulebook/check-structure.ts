import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { ProblemPath, RulebookProblem } from './check-formulas.ts'
import type { CompiledRulebook, Criterion, Field, Grade } from './compiled-rulebook.ts'
import { checkScores } from './check-scores.ts'
import { appliesTo } from './scope.ts'
import type { Report } from './report.ts'

function number(text: string): Rational {
  return rational.parseRational(text) ?? rational.zero
}

function unique(ids: readonly string[], path: ProblemPath, field: string, report: Report): void {
  const seen = new Set<string>()
  ids.forEach((id, i) => {
    if (seen.has(id)) report([...path, i, field], `Mã “${id}” bị trùng`, 'mỗi mã một lần')
    seen.add(id)
  })
}

function knownGroups(groups: readonly string[] | null, path: ProblemPath, rulebook: CompiledRulebook, report: Report): void {
  const ids = rulebook.groups.map((group) => group.id)
  groups?.forEach((group, i) => {
    if (!ids.includes(group)) report([...path, 'groups', i], `Không có nhóm “${group}”`, ids.join(' | '))
  })
}

function checkFields(fields: readonly Field[], path: ProblemPath, nested: boolean, report: Report): void {
  unique(fields.map((field) => field.id), path, 'id', report)
  fields.forEach((field, i) => {
    const here = [...path, i]
    if (field.type === 'choice' && field.values.length === 0) report([...here, 'values'], `“${field.id}” cần các giá trị được chọn`, 'values: [ … ]')
    if (field.type === 'list' && nested) report([...here, 'type'], 'Danh sách không chứa danh sách', 'number | boolean | text | choice | level')
    if (field.type === 'period' && nested) report([...here, 'type'], 'Kỳ chỉ dùng làm dữ kiện chung', 'number | boolean | text | choice | level')
    if (field.type === 'list') checkFields(field.fields, [...here, 'fields'], true, report)
    if (field.optional && field.default !== null) report([...here, 'optional'], `“${field.id}” đã có giá trị mặc định`, 'bỏ optional hoặc default')
    if (field.default === null) return
    const fits =
      field.type === 'number' ? rational.parseRational(String(field.default)) !== null
      : field.type === 'boolean' ? typeof field.default === 'boolean'
      : field.type === 'choice' ? field.values.some((value) => value.value === field.default)
      : field.type === 'text' && typeof field.default === 'string'
    if (!fits) report([...here, 'default'], `Giá trị mặc định của “${field.id}” không hợp lệ`, field.type)
  })
}

/** `within`: the groups the parent applies to; a part never reaches beyond them. */
function checkCriteria(criteria: readonly Criterion[], path: ProblemPath, within: readonly string[], rulebook: CompiledRulebook, codes: Map<string, string[]>, report: Report): void {
  criteria.forEach((criterion, i) => {
    const here = [...path, i]
    const shared = codes.get(criterion.code) ?? []
    const mine = within.filter((group) => appliesTo(criterion.groups, group))
    if (mine.some((group) => shared.includes(group))) report([...here, 'code'], `Mã tiêu chí “${criterion.code}” bị trùng`, 'mỗi mã một lần trong một nhóm')
    codes.set(criterion.code, [...shared, ...mine])
    knownGroups(criterion.groups, here, rulebook, report)
    const { scoring } = criterion
    if (criterion.children.length > 0 && scoring.kind !== 'sum' && scoring.kind !== 'computed') report([...here, 'scoring'], 'Tiêu chí có tiêu chí con thì điểm là tổng', 'sum')
    if (criterion.children.length === 0 && scoring.kind === 'sum') report([...here, 'scoring'], 'Tiêu chí không có con phải nói cách chấm', 'points | yes_no | levels | snapped | bonus | deduction | computed')
    if (scoring.kind === 'sum') checkSum(criterion, here, rulebook, report)
    if (scoring.kind === 'points' && scoring.stepSetting !== null) {
      const setting = rulebook.settings.find((each) => each.id === scoring.stepSetting)
      if (!setting || setting.values.some((value) => value.number === null || rational.compare(number(value.number), rational.zero) <= 0)) {
        report([...here, 'scoring', 'stepSetting'], `“${scoring.stepSetting}” phải là một thiết lập có giá trị số dương`, 'tên thiết lập')
      }
    }
    if (scoring.kind === 'points') checkGrades(scoring.grades, [...here, 'scoring', 'grades'], report)
    if ((scoring.kind === 'points' || scoring.kind === 'bonus' || scoring.kind === 'deduction') && scoring.step !== null) {
      if (rational.compare(number(scoring.step), rational.zero) <= 0) report([...here, 'scoring', 'step'], 'Bước chấm phải lớn hơn 0', 'số dương')
    }
    if (scoring.kind === 'levels') {
      scoring.levels.forEach((level, j) => {
        if (rational.compare(number(level.points), number(criterion.max)) > 0) report([...here, 'scoring', 'levels', j, 'points'], 'Điểm của mức vượt điểm tối đa', rational.toShortest(number(criterion.max)))
      })
    }
    unique(criterion.variants.map((variant) => variant.id), [...here, 'variants'], 'id', report)
    checkCriteria(criterion.children, [...here, 'children'], mine, rulebook, codes, report)
  })
}

/** Ranges of points go down to 0, so that every mark has a name. */
function checkGrades(grades: readonly Grade[], path: ProblemPath, report: Report): void {
  unique(grades.map((grade) => grade.value), path, 'value', report)
  grades.forEach((grade, i) => {
    const above = i === 0 ? rational.rational(100) : number(grades[i - 1]?.from ?? '')
    if (rational.compare(number(grade.from), above) >= 0) report([...path, i, 'from'], 'Các mức chấm xếp từ cao xuống thấp, theo phần trăm điểm tối đa', `nhỏ hơn ${rational.toShortest(above)}`)
  })
  const lowest = grades.at(-1)
  if (lowest && !rational.isZero(number(lowest.from))) report([...path, grades.length - 1, 'from'], 'Mức chấm thấp nhất phải bắt đầu từ 0', '0')
}

/** The maxima of the parts make the maximum of the whole, in every group. */
function checkSum(criterion: Criterion, path: ProblemPath, rulebook: CompiledRulebook, report: Report): void {
  for (const group of rulebook.groups) {
    if (!appliesTo(criterion.groups, group.id)) continue
    const parts = criterion.children.filter((child) => appliesTo(child.groups, group.id) && child.scoring.kind !== 'bonus' && child.scoring.kind !== 'deduction')
    if (parts.length === 0) continue
    const sum = parts.reduce((total, child) => rational.add(total, number(child.max)), rational.zero)
    if (!rational.equals(sum, number(criterion.max))) {
      report([...path, 'max'], `Tổng điểm tối đa của các tiêu chí con là ${rational.toShortest(sum)} (nhóm ${group.id})`, rational.toShortest(number(criterion.max)))
    }
  }
}

function checkRating(rulebook: CompiledRulebook, report: Report): void {
  const { rating, levels } = rulebook
  const answers = ['not_rated', 'insufficient_data']
  const known = [...levels.map((level) => level.id), ...answers]
  const ordered = [...levels.filter((level) => level.ranked).map((level) => level.id), ...answers]
  const level = (id: string, path: ProblemPath, allowed = ordered) => {
    if (!known.includes(id)) report(path, `Không có mức “${id}”`, allowed.join(' | '))
    else if (!allowed.includes(id)) report(path, `Mức “${id}” nằm ngoài thứ bậc, chỉ dùng cho exclusions`, allowed.join(' | '))
  }
  rating.bands.forEach((band, i) => {
    level(band.level, ['rating', 'bands', i, 'level'])
    const above = rating.bands[i - 1]
    if (above && rational.compare(number(band.from), number(above.from)) >= 0) report(['rating', 'bands', i, 'from'], 'Các mức xếp từ cao xuống thấp', `nhỏ hơn ${rational.toShortest(number(above.from))}`)
  })
  const lowest = rating.bands.at(-1)
  if (lowest && rational.compare(number(lowest.from), rational.zero) !== 0) report(['rating', 'bands', rating.bands.length - 1, 'from'], 'Mức thấp nhất phải bắt đầu từ 0, để không điểm nào rơi ra ngoài', '0')
  for (const kind of ['exclusions', 'vetoes', 'otherwise'] as const) {
    rating[kind].forEach((rule, i) => level(rule.level, ['rating', kind, i, 'level'], kind === 'exclusions' ? known : ordered))
    unique(rating[kind].map((rule) => rule.id), ['rating', kind], 'id', report)
  }
  unique(rating.ceilings.map((rule) => rule.id), ['rating', 'ceilings'], 'id', report)
  rulebook.quotas.forEach((quota, i) => {
    level(quota.level, ['quotas', i, 'level'], known)
    quota.qualifying.forEach((id, j) => level(id, ['quotas', i, 'qualifying', j], known))
    for (const key of ['baseSetting', 'rateSetting'] as const) {
      if (!rulebook.settings.some((setting) => setting.id === quota[key])) report(['quotas', i, key], `Không có thiết lập “${quota[key]}”`, rulebook.settings.map((setting) => setting.id).join(' | '))
    }
  })
}

/** A plan settles fields of a keyed list, starts them from its quantities, and is told to formulas by a fact of its own. */
function checkPlan(rulebook: CompiledRulebook, at: number, report: Report): void {
  const list = rulebook.lists[at]
  if (list === undefined || list.plan === null) return
  const { plan } = list
  const here = ['lists', at, 'plan']
  const fields = list.fields.map((field) => field.id)
  if (list.keys.length === 0) report(here, 'Chỉ danh sách có khóa mới lập kế hoạch được', 'keys: [ … ]')
  unique(plan.fields, [...here, 'fields'], 'id', report)
  plan.fields.forEach((field, i) => {
    if (!fields.includes(field)) report([...here, 'fields', i], `Không có trường “${field}”`, fields.join(' | '))
  })
  if (plan.fields.length >= fields.length) report([...here, 'fields'], 'Phiếu chấm phải còn ít nhất một trường', 'bớt trường của kế hoạch')
  for (const [field, quantity] of Object.entries(plan.startsFrom)) {
    if (!plan.fields.includes(field)) report([...here, 'startsFrom', field], `“${field}” không thuộc kế hoạch`, plan.fields.join(' | '))
    if (!rulebook.sheet.quantities.some((each) => each.id === quantity && each.list === list.id)) report([...here, 'startsFrom', field], `Danh sách không có đại lượng “${quantity}”`, rulebook.sheet.quantities.filter((each) => each.list === list.id).map((each) => each.id).join(' | '))
  }
  const fact = rulebook.facts.find((each) => each.id === plan.fact)
  if (fact?.type !== 'boolean') report([...here, 'fact'], `“${plan.fact}” phải là một dữ kiện đúng/sai`, rulebook.facts.filter((each) => each.type === 'boolean').map((each) => each.id).join(' | '))
}

/** Everything that must hold between the parts of a rulebook, formulas aside. */
export function checkStructure(rulebook: CompiledRulebook): RulebookProblem[] {
  const problems: RulebookProblem[] = []
  const report: Report = (path, message, expected) => problems.push({ path, message, expected })
  unique(rulebook.groups.map((group) => group.id), ['groups'], 'id', report)
  unique(rulebook.levels.map((level) => level.id), ['levels'], 'id', report)
  unique(rulebook.settings.map((setting) => setting.id), ['settings'], 'id', report)
  unique(rulebook.messages.map((message) => message.id), ['messages'], 'id', report)
  unique(rulebook.procedure.map((step) => step.id), ['procedure'], 'id', report)
  unique(rulebook.raters.map((rater) => rater.id), ['raters'], 'id', report)
  rulebook.levels.forEach((level, i) => {
    if (level.ranked && rulebook.levels.slice(0, i).some((before) => !before.ranked)) report(['levels', i], 'Mức trong thứ bậc đứng trước mức ngoài thứ bậc', 'ranked: false ở cuối')
    if (level.id === 'not_rated' || level.id === 'insufficient_data') report(['levels', i, 'id'], `“${level.id}” là câu trả lời của máy, không phải mức xếp loại`, 'tên khác')
  })
  rulebook.settings.forEach((setting, i) => {
    const numeric = setting.values.filter((value) => value.number !== null).length
    if (numeric !== 0 && numeric !== setting.values.length) report(['settings', i, 'values'], 'Hoặc mọi giá trị có number, hoặc không giá trị nào có', 'number')
    if (!setting.values.some((value) => value.value === setting.default)) report(['settings', i, 'default'], `Giá trị mặc định “${setting.default}” không có trong values`, setting.values.map((value) => value.value).join(' | '))
    unique(setting.values.map((value) => value.value), ['settings', i, 'values'], 'value', report)
  })
  checkFields(rulebook.facts, ['facts'], false, report)
  unique(rulebook.lists.map((list) => list.id), ['lists'], 'id', report)
  rulebook.lists.forEach((list, i) => {
    checkFields(list.fields, ['lists', i, 'fields'], true, report)
    unique(list.keys.map((each) => each.key), ['lists', i, 'keys'], 'key', report)
    list.keys.forEach((each, j) => knownGroups(each.groups, ['lists', i, 'keys', j], rulebook, report))
    if (list.keyedBy !== null && list.keys.length === 0) report(['lists', i, 'keyedBy'], 'Danh sách có khóa phải khai báo các khóa', 'keys: [ … ]')
    checkPlan(rulebook, i, report)
    if (list.labelField !== null && !list.fields.some((field) => field.id === list.labelField)) report(['lists', i, 'labelField'], `Không có trường “${list.labelField}”`, list.fields.map((field) => field.id).join(' | '))
  })
  rulebook.lists.filter((list) => list.plan !== null).slice(1).forEach((list) => report(['lists', rulebook.lists.indexOf(list), 'plan'], 'Chỉ một danh sách có phần lập kế hoạch', 'một plan'))
  checkCriteria(rulebook.criteria, ['criteria'], rulebook.groups.map((group) => group.id), rulebook, new Map(), report)
  rulebook.judgements.forEach((judgement, i) => knownGroups(judgement.groups, ['judgements', i], rulebook, report))
  rulebook.sheet.quantities.forEach((quantity, i) => knownGroups(quantity.groups, ['sheet', 'quantities', i], rulebook, report))
  checkRating(rulebook, report)
  checkScores(rulebook, report)
  const catalogue = rulebook.catalogue
  if (catalogue && catalogue.complexityGroups.length > catalogue.mostComplexityGroups) report(['catalogue', 'complexityGroups'], `Có ${catalogue.complexityGroups.length} nhóm phức tạp`, `không quá ${catalogue.mostComplexityGroups}`)
  return problems
}
