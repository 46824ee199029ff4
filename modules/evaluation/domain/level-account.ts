import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import type { Reason } from './scoring/types.ts'

type Rules = Pick<CompiledRulebook, 'levels' | 'rating'>

/** Why somebody has a level, in as few reasons as say it. The derivation keeps every rule that was looked at. */
export interface LevelAccount {
  /** What gave the level beside the points: exclusion, veto, ceiling, a rule for a case between the bands, or what is missing. */
  readonly because: readonly Reason[]
  /** The next better level and its conditions that do not hold; null where the points alone, or `because`, keep from it. */
  readonly short: { readonly level: string; readonly conditions: readonly Reason[] } | null
  /** What the rulebook adds without changing anything. */
  readonly notices: readonly Reason[]
}

const aside = ['band', 'condition', 'notice', 'exclusion', 'veto', 'otherwise', 'ceiling']

/** Which of a result's reasons gave its level, and which kept it from the next better one. */
export function accountOfLevel({ levels, rating }: Rules, level: string, reasons: readonly Reason[]): LevelAccount {
  const of = (kind: string) => reasons.filter((reason) => reason.code.startsWith(`${kind}.`))
  const notices = of('notice')
  const given = (because: readonly Reason[], short: LevelAccount['short'] = null): LevelAccount => ({ because, short, notices })
  const ranked = levels.filter((each) => each.ranked).map((each) => each.id)
  const failing = (of: string | undefined): LevelAccount['short'] => {
    const conditions = rating.bands
      .filter((band) => band.level === of)
      .flatMap((band) => band.conditions)
      .filter((condition) => reasons.some((reason) => reason.code === `condition.${condition.id}`))
      .map(({ id, label, article }): Reason => ({ code: `condition.${id}`, vi: label.vi, en: label.en, article, path: null }))
    return of === undefined || conditions.length === 0 ? null : { level: of, conditions }
  }
  const excluded = of('exclusion')
  if (excluded.length > 0) return given(excluded)
  if (level === 'insufficient_data') {
    // Below the lowest level that must be reached there is only the one for those who fail.
    const lowest = ranked.slice(0, -1).reverse().find((each) => failing(each) !== null)
    return given(reasons.filter((reason) => !aside.includes(reason.code.split('.')[0] ?? '')), reasons.some((reason) => reason.code === 'no_band') ? failing(lowest) : null)
  }
  const vetoed = of('veto').filter((reason) => rating.vetoes.some((veto) => reason.code === `veto.${veto.id}` && veto.level === level))
  if (vetoed.length > 0) return given(vetoed)
  const bounded = of('ceiling')
  return bounded.length > 0 ? given(bounded) : given(of('otherwise'), failing(ranked[ranked.indexOf(level) - 1]))
}

/** The account as a flat list for a card or a line of a table; what is lacking names the level it keeps from. */
export function levelNotes(rulebook: Rules, level: string, reasons: readonly Reason[]): Reason[] {
  const { because, short, notices } = accountOfLevel(rulebook, level, reasons)
  return [...because, ...(short === null ? [] : [lackingNote(rulebook, short.level, short.conditions)]), ...notices]
}

/** The notes after the band, where it was the points that gave the level: what stands beside a total. */
export function levelGrounds(rulebook: Rules, level: string, reasons: readonly Reason[]): Reason[] {
  const byPoints = accountOfLevel(rulebook, level, reasons).because.length === 0
  return [...(byPoints ? reasons.filter((reason) => reason.code === 'band') : []), ...levelNotes(rulebook, level, reasons)]
}

function lackingNote({ levels }: Rules, level: string, conditions: readonly Reason[]): Reason {
  const name = levels.find((each) => each.id === level)?.name
  const articles = [...new Set(conditions.flatMap((each) => each.article ?? []))]
  return {
    code: `lacking.${level}`,
    vi: `Chưa được ${name?.vi ?? level}, còn thiếu: ${conditions.map((each) => each.vi).join('; ')}`,
    en: `Not ${name?.en ?? level}, lacking: ${conditions.map((each) => each.en).join('; ')}`,
    article: articles.length === 0 ? null : articles.join('; '),
    path: null,
  }
}

/** Notices that everybody of several has: said once, they are not repeated beside each. */
export function sharedNotices(lists: readonly (readonly Reason[])[]): Reason[] {
  const [first = [], ...rest] = lists
  return rest.length === 0 ? [] : first.filter(({ code }) => code.startsWith('notice.') && rest.every((list) => list.some((each) => each.code === code)))
}

/** A list without these notes. */
export function withoutNotes(list: readonly Reason[], shared: readonly Reason[]): Reason[] {
  return list.filter((each) => !shared.some(({ code }) => code === each.code))
}
