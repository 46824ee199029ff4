import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { levelGrounds } from '../../domain/level-account.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Reason } from '../../domain/scoring/types.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { sheetText } from './messages.ts'
import { shortest } from './points-rules.ts'
import c from './total-panel.module.css'

/** A total as the panel shows it: from the engine here, or from the server. */
export interface ShownTotal {
  readonly total: string | null
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly terms: Readonly<Record<string, string | null>>
  readonly level: string
  readonly reasons: readonly Reason[]
}

interface TotalPanelProps {
  rulebook: CompiledRulebook
  group: string
  shown: ShownTotal | null
  /** Sum of what is scored so far; the general points are null until every criterion is. */
  generalSoFar: string | null
  problems: readonly { readonly path: string; readonly message: string; readonly expected: string }[]
  /** The mean of a year has no parts of its own. */
  yearly?: boolean
  /** Under the total: why there is none yet. */
  note: string | undefined
}

/** The total with its parts: general points, task points, a b c d đ e, KQ, and the level they come to. */
export function TotalPanel({ rulebook, group, shown, generalSoFar, problems, note, yearly = false }: TotalPanelProps) {
  const words = useText(sheetText).total
  const language = useLanguage()
  const number = (value: string | null | undefined) => (value == null ? '–' : showDecimal(value, language))
  const generalMost = rulebook.criteria[0]?.max
  // Without lists every point is on the sheet: nothing is computed beside the criteria.
  const listed = rulebook.lists.length > 0
  // What one sheet of several leaves open says nothing: the note says when the common score comes.
  const otherReasons = rulebook.scores !== null || shown === null ? [] : levelGrounds(rulebook, shown.level, shown.reasons).filter((reason) => reason.path === null || !/^((criteria|judgements)\.|(months|quarters)\[)/.test(reason.path))
  return (
    <div className={c.panel}>
      <div className={c.head}>
        <div>
          <p className={c.label}>{yearly ? words.mean : words.title}</p>
          <p className={c.total} aria-live="polite">
            {number(shown?.total)}
            <span className={c.of}>/{shortest(rulebook.sheet.maximum)}</span>
          </p>
        </div>
        {shown !== null && <LevelMark rulebook={rulebook} level={shown.level} provisional />}
      </div>
      {note !== undefined && <p className="td-quiet td-small">{note}</p>}
      {!yearly && (
        <>
          <dl className={c.parts}>
            {listed ? (
              <>
                <div>
                  <dt>{words.general}</dt>
                  <dd>
                    {number(shown?.generalPoints ?? generalSoFar)}
                    {generalMost !== undefined && <span className={c.of}>/{showDecimal(shortest(generalMost), language)}</span>}
                  </dd>
                </div>
                <div>
                  <dt>{words.task}</dt>
                  <dd>{number(shown?.taskPoints)}</dd>
                </div>
              </>
            ) : (
              generalSoFar !== null && (
                <div>
                  <dt>{words.sum}</dt>
                  <dd>{number(generalSoFar)}</dd>
                </div>
              )
            )}
          </dl>
          <dl className={c.terms} aria-label={words.terms}>
            {rulebook.sheet.terms
              .filter((term) => shown?.terms[term.name] !== undefined)
              .map((term) => (
                <div key={term.name}>
                  <dt>{labelOf(rulebook, group, term.quantity, language) ?? term.name}</dt>
                  <dd>{shown?.terms[term.name] == null ? '–' : `${number(shown.terms[term.name])}%`}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      {problems.map((problem) => (
        <Notice key={problem.path} tone="bad" alert>
          <p>{problem.message}</p>
        </Notice>
      ))}
      {otherReasons.length > 0 && (
        <ul className={c.reasons}>
          {otherReasons.map((reason) => (
            <li key={`${reason.code}${reason.path ?? ''}`}>{reason[language]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function labelOf(rulebook: CompiledRulebook, group: string, quantity: string, language: 'vi' | 'en'): string | undefined {
  return rulebook.sheet.quantities.find((one) => one.id === quantity && (one.groups === null || one.groups.includes(group)))?.label[language]
}
