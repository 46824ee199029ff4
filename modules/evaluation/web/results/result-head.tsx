import { vietnameseDay } from '#kernel/calendar-date.ts'
import { showDecimal } from '#ui/decimal.ts'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { resultsText } from './messages.ts'
import type { ResultDetail } from './result-view.ts'
import c from './result-page.module.css'

/** The computed score, the provisional level and the decided level: three values that never merge. */
export function ResultHead({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText).result
  const language = useLanguage()
  const { row } = result
  const day = (moment: string) => showDate(vietnameseDay(new Date(moment)))
  return (
    <div className={`td-panel ${c.head}`}>
      <div className={c.value}>
        <span className={c.label}>{words.total}</span>
        <span className={c.total}>{row.total === null ? '—' : showDecimal(row.total, language)}</span>
        <span className="td-quiet td-small">{words.of100}</span>
      </div>
      <div className={c.value}>
        <span className={c.label}>{words.provisional}</span>
        <LevelMark rulebook={rulebook} level={row.provisionalLevel} provisional />
        <span className="td-quiet td-small">{words.provisionalNote}</span>
      </div>
      <div className={c.value}>
        <span className={c.label}>{words.decided}</span>
        {row.decidedLevel === null ? <span className="td-quiet">{words.notDecided}</span> : <LevelMark rulebook={rulebook} level={row.decidedLevel} />}
        {result.decidedBy !== null && result.decidedAt !== null && <span className="td-quiet td-small">{words.decidedBy(result.decidedBy.fullName, day(result.decidedAt))}</span>}
        {result.publishedAt !== null && <span className="td-quiet td-small">{words.published(day(result.publishedAt))}</span>}
      </div>
      {row.differs && row.decisionReason !== '' && (
        <div className={c.reason}>
          <span className={c.label}>{words.decisionReason}</span>
          <p>{row.decisionReason}</p>
        </div>
      )}
    </div>
  )
}
