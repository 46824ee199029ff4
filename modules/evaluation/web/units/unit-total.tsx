import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { levelGrounds } from '../../domain/level-account.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Reason } from '../../domain/scoring/types.ts'
import { ReasonList } from '../results/reason-list.tsx'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { unitsText } from './messages.ts'
import c from './units.module.css'

/** The computed total and provisional level of an organisation, with the grounds. */
export function UnitTotal({ rulebook, total, level, reasons }: { rulebook: CompiledRulebook; total: string | null; level: string | null; reasons: Reason[] }) {
  const words = useText(unitsText).file
  const language = useLanguage()
  return (
    <section className="td-panel td-stack-tight" aria-live="polite">
      <div className={c.total}>
        <span>
          {words.total}: <strong>{total === null ? words.noTotal : showDecimal(total, language)}</strong>
        </span>
        <span>
          {words.provisional}: <LevelMark rulebook={rulebook} level={level} provisional />
        </span>
      </div>
      <ReasonList title={words.why} reasons={level === null ? reasons : levelGrounds(rulebook, level, reasons)} />
    </section>
  )
}
