import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { accountOfLevel } from '../../domain/level-account.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { bandOf } from './band-of.ts'
import { resultsText } from './messages.ts'
import { Reasons } from './reason-list.tsx'
import type { Reason, ResultDetail } from './result-view.ts'
import c from './result-page.module.css'

/** How the result came about in plain words: the sum, why this level, what kept from the next better one, the decision. */
export function ResultSummary({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook }) {
  const { inShort, short } = useText(resultsText).result
  const { nameOf } = useLevels(rulebook)
  const { row } = result
  const level = row.provisionalLevel
  const account = level === null ? null : accountOfLevel(rulebook, level, result.reasons)
  // A mean not taken, or a kind of rater nobody stands for, changes the weights: whoever reads the total is told.
  const aboutRaters = result.reasons.filter((reason) => (reason.code === 'too_few_raters' || reason.code === 'rater_absent') && account?.because.includes(reason) !== true)
  return (
    <Section title={inShort}>
      <ul className={c.short}>
        {useTellScore(result, rulebook).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {aboutRaters.length > 0 && (
          <li>
            {short.raters}
            <Reasons reasons={aboutRaters} />
          </li>
        )}
        {level !== null && account !== null && <WhyLevel result={result} rulebook={rulebook} level={level} because={account.because} />}
        {account !== null && account.short !== null && (
          <li>
            {short.lacking(nameOf(account.short.level))}
            <Reasons reasons={account.short.conditions} />
          </li>
        )}
        {account !== null && account.notices.length > 0 && (
          <li>
            {short.notices}
            <Reasons reasons={account.notices} />
          </li>
        )}
        {row.decidedLevel !== null && level !== null && <li>{row.differs ? short.differs(nameOf(row.decidedLevel), nameOf(level)) : short.same(nameOf(row.decidedLevel))}</li>}
      </ul>
    </Section>
  )
}

interface WhyLevelProps {
  result: ResultDetail
  rulebook: CompiledRulebook
  level: string
  because: readonly Reason[]
}

/** The band where the points gave the level, else what did. */
function WhyLevel({ result: { row, exact }, rulebook, level, because }: WhyLevelProps) {
  const { short } = useText(resultsText).result
  const language = useLanguage()
  const { nameOf } = useLevels(rulebook)
  const show = (text: string) => showDecimal(text, language)
  const band = exact === null ? undefined : bandOf(rulebook, exact)
  if (because.length > 0) {
    return (
      <li>
        {level === 'insufficient_data' ? short.undetermined : short.notByBand(nameOf(level))}
        <Reasons reasons={because} />
      </li>
    )
  }
  if (band === undefined || row.total === null || band.level !== level) return <li>{short.level(nameOf(level))}</li>
  return <li>{band.below === null ? short.band(show(row.total), nameOf(level), show(band.from)) : short.bandBetween(show(row.total), nameOf(level), show(band.from), show(band.below))}</li>
}

/** The sentences about the score itself. */
function useTellScore(result: ResultDetail, rulebook: CompiledRulebook): string[] {
  const { short, terms } = useText(resultsText).result
  const language = useLanguage()
  const { row } = result
  const show = (text: string) => showDecimal(text, language)
  if (row.total === null) return [short.missing]
  if (row.generalPoints === null || row.taskPoints === null) return [fromShorterPeriods(rulebook, result.campaign.periodKind) ? short.year(show(row.total)) : short.total(show(row.total))]
  const part = (quantity: string | null, points: string) => {
    const found = rulebook.sheet.quantities.find((one) => one.id === quantity && (one.groups === null || one.groups.includes(row.group)))
    return `${found?.label[language].replace(/ \(.*\)$/, '') ?? ''} ${show(points)}`.trim()
  }
  const parts = rulebook.sheet.terms.flatMap(({ name }) => {
    const value = result.terms[name]
    return terms[name] === undefined || value == null ? [] : [`${terms[name]} (${name}) ${show(value)}%`]
  })
  const share = result.terms['KQ']
  return [
    short.sum(part(rulebook.sheet.generalPoints, row.generalPoints), lowerFirst(part(rulebook.sheet.taskPoints, row.taskPoints)), show(row.total)),
    ...(share == null || parts.length === 0 ? [] : [short.tasks(show(share), parts.join(', '))]),
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
