import type { Report } from './report.ts'
import type { CompiledRulebook, Criterion, Rater, ScoresRules } from './compiled-rulebook.ts'
import { appliesTo, criteriaOf, givesPoints } from './scope.ts'

/** What must hold of raters and of how their sheets are combined: nothing about an absent rater is left unsaid. */
export function checkScores(rulebook: CompiledRulebook, report: Report): void {
  const { scores, raters } = rulebook
  raters.forEach((rater, i) => checkRater(rater, scores, ['raters', i], report))
  if (scores === null) return
  scores.parts.forEach((part, i) => {
    const path = ['scores', 'parts', i]
    part.groups?.forEach((group, j) => {
      if (!rulebook.groups.some((each) => each.id === group)) report([...path, 'groups', j], `Không có nhóm “${group}”`, rulebook.groups.map((each) => each.id).join(' | '))
    })
    for (const id of Object.keys(part.weights)) {
      const rater = raters.find((each) => each.id === id)
      if (!rater || !givesPoints(rater)) report([...path, 'weights', id], `Không có người chấm “${id}” cho điểm`, raters.filter(givesPoints).map((each) => each.id).join(' | '))
    }
  })
  for (const group of rulebook.groups) checkGroup(rulebook, scores, group.id, report)
}

function checkRater(rater: Rater, scores: ScoresRules | null, path: readonly (string | number)[], report: Report): void {
  if (scores === null) {
    if (rater.whenMissing === 'renormalise' || rater.several || rater.anonymous || rater.atLeast > 1) report([...path, 'id'], `“${rater.id}”: nhiều người chấm thì phải có phần scores`, 'scores: { … }')
    return
  }
  const weighted = scores.parts.some((part) => Object.hasOwn(part.weights, rater.id))
  if (rater.weight !== null) report([...path, 'weight'], 'Trọng số được nêu ở scores.parts', 'bỏ weight')
  if (weighted !== rater.counts) report([...path, 'counts'], weighted ? 'Người chấm có trọng số thì được tính điểm' : 'Người chấm không có trọng số thì không được tính điểm', String(weighted))
  if (weighted && rater.whenMissing === 'not_needed') report([...path, 'whenMissing'], 'Phải nêu cách xử lý khi vắng người chấm này', 'insufficient_data | renormalise')
  if ((rater.anonymous || rater.atLeast > 1) && !rater.several) report([...path, 'several'], 'Chấm kín hoặc cần số người tối thiểu thì phải là nhiều người', 'true')
  if (rater.atLeast > 1 && rater.whenTooFew === null) report([...path, 'whenTooFew'], 'Phải nêu cách xử lý khi chưa đủ số người chấm', 'insufficient_data | renormalise')
}

function checkGroup(rulebook: CompiledRulebook, scores: ScoresRules, group: string, report: Report): void {
  const all = criteriaOf(rulebook.criteria, group)
  const covered = new Set<string>()
  scores.parts.forEach((part, i) => {
    if (!appliesTo(part.groups, group)) return
    part.criteria.forEach((code, j) => {
      const path = ['scores', 'parts', i, 'criteria', j]
      const criterion = all.find((each) => each.code === code)
      if (!criterion) {
        const elsewhere = part.groups === null && rulebook.groups.some((each) => criteriaOf(rulebook.criteria, each.id).some((other) => other.code === code))
        if (!elsewhere) report(path, `Nhóm ${group} không có tiêu chí “${code}”`, all.map((each) => each.code).join(' | '))
        return
      }
      for (const each of criteriaOf([criterion], group)) {
        if (covered.has(each.code)) report(path, `Tiêu chí “${each.code}” thuộc hai phần (nhóm ${group})`, 'mỗi tiêu chí một phần')
        covered.add(each.code)
        if (scores.average === 'sheets' && each.scoring.kind === 'computed') report(path, `Tiêu chí “${each.code}” được tính, không nằm trong phiếu được bình quân`, 'average: criteria')
      }
    })
  })
  const left = all.filter((each) => isRated(each) && !covered.has(each.code))
  if (left.length > 0) report(['scores', 'parts'], `Chưa nói ai quyết định điểm của ${left.map((each) => each.code).join(', ')} (nhóm ${group})`, 'mỗi tiêu chí thuộc một phần')
  checkTotals(rulebook, scores, group, report)
}

function isRated(criterion: Criterion): boolean {
  return criterion.children.length === 0 && criterion.scoring.kind !== 'computed'
}

/** A total in place of criteria stands only for the one root whose sheets are averaged as wholes. */
function checkTotals(rulebook: CompiledRulebook, scores: ScoresRules, group: string, report: Report): void {
  const roots = rulebook.criteria.filter((criterion) => appliesTo(criterion.groups, group))
  const [root] = roots
  const fits = scores.average === 'sheets' && roots.length === 1 && root !== undefined && (root.acceptsTotal || root.children.length === 0)
  rulebook.raters.forEach((rater, i) => {
    if (appliesTo(rater.groups, group) && rater.fills.includes('total') && !fits) report(['raters', i, 'fills'], `Cho một tổng điểm được khi bình quân theo phiếu và nhóm ${group} có một tiêu chí gốc nhận tổng`, 'average: sheets, acceptsTotal: true')
  })
}
