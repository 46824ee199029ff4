/** A rule of a dated table. */
export interface DatedRule {
  /** The first day it is in force. */
  readonly from: string
}

/** The rule of a day: the latest that began by then; undefined when none had. */
export function ruleOn<Rule extends DatedRule>(rules: readonly Rule[], day: string): Rule | undefined {
  return rules.filter(({ from }) => from <= day).reduce<Rule | undefined>((latest, rule) => (latest === undefined || rule.from > latest.from ? rule : latest), undefined)
}
