import { StatusBadge } from '#ui/badges.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { showMoment } from '#ui/format.ts'
import { History } from '#ui/history.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { resultsText } from './messages.ts'
import type { ResultDetail } from './result-view.ts'

/** Every decision on one result when one replaced another: both are shown (articles 21.3 and 22). */
export function ResultRecords({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText).result
  const language = useLanguage()
  const { nameOf } = useLevels(rulebook)
  if (result.records.length < 2) return null
  return (
    <Section title={words.records} description={words.recordsHint}>
      <History
        label={words.records}
        items={result.records.map((record) => ({
          key: record.resultId,
          when: record.decidedAt === null ? '—' : showMoment(record.decidedAt),
          tone: record.inForce ? 'good' : 'neutral',
          title: (
            <span className="td-row">
              <strong>{words.recordLine(record.total === null ? '—' : showDecimal(record.total, language), nameOf(record.decidedLevel ?? record.provisionalLevel))}</strong>
              <StatusBadge tone={record.inForce ? 'good' : 'neutral'}>{record.inForce ? words.inForce : words.notInForce}</StatusBadge>
            </span>
          ),
          detail: [record.decidedBy?.fullName ?? '', record.decisionReason === '' ? '' : words.reasonOf(record.decisionReason)].filter((part) => part !== '').join(' · '),
        }))}
      />
    </Section>
  )
}
