import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { bandOf } from './band-of.ts'
import { resultsText } from './messages.ts'
import { notesOf, type ResultDetail } from './result-view.ts'
import c from './result-page.module.css'

/** How the result came about in plain words: the sum, the shares, the band, what weighed beside the points, the decision. */
export function ResultSummary({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook }) {
  const { inShort, short } = useText(resultsText).result
  const language = useLanguage()
  const { nameOf } = useLevels(rulebook)
  const { row } = result
  const notes = notesOf(result.reasons)
  const band = result.exact === null ? undefined : bandOf(rulebook, result.exact)
  const show = (text: string) => showDecimal(text, language)
  return (
    <Section title={inShort}>
      <ul className={c.short}>
        {useTellScore(result, rulebook).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {band !== undefined && row.total !== null && (
          <li>
            {band.below === null
              ? short.band(show(row.total), nameOf(band.level), show(band.from))
              : short.bandBetween(show(row.total), nameOf(band.level), show(band.from), show(band.below))}
          </li>
        )}
        {notes.length > 0 && (
          <li>
            {row.provisionalLevel !== null && band !== undefined && band.level !== row.provisionalLevel ? short.notByBand(nameOf(row.provisionalLevel)) : short.because}
            <ul>
              {notes.map((note) => (
                <li key={note.code + (note.path ?? '')}>
                  {note[language]}
                  {note.article !== null && ` (${note.article})`}
                </li>
              ))}
            </ul>
          </li>
        )}
        {row.decidedLevel !== null && row.provisionalLevel !== null && (
          <li>{row.differs ? short.differs(nameOf(row.decidedLevel), nameOf(row.provisionalLevel)) : short.same(nameOf(row.decidedLevel))}</li>
        )}
      </ul>
    </Section>
  )
}

/** The sentences about the score itself. */
function useTellScore(result: ResultDetail, rulebook: CompiledRulebook): string[] {
  const { short, terms } = useText(resultsText).result
  const language = useLanguage()
  const { row } = result
  const show = (text: string) => showDecimal(text, language)
  if (row.total === null) return [short.missing]
  if (row.generalPoints === null || row.taskPoints === null) return [short.year(show(row.total))]
  const parts = rulebook.sheet.terms.flatMap(({ name }) => {
    const value = result.terms[name]
    return terms[name] === undefined || value == null ? [] : [`${terms[name]} (${name}) ${show(value)}%`]
  })
  const share = result.terms['KQ']
  return [
    short.sum(show(row.generalPoints), show(row.taskPoints), show(row.total)),
    ...(share == null || parts.length === 0 ? [] : [short.tasks(show(share), parts.join(', '))]),
  ]
}
