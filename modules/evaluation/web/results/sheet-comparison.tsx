import { showDecimal } from '#ui/decimal.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { noListState } from '../../domain/check-lists.ts'
import { asksSuperior } from '../../domain/raters.ts'
import { judgementsOf, scoredCriteria } from '../../domain/sheet.ts'
import { writesLists } from '../../domain/sheet-lists.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { ListEntries, type ListColumn } from '../sheet/list-entries.tsx'
import { shortest } from '../sheet/points-rules.ts'
import { resultsText } from './messages.ts'
import { pointsGap } from './points-gap.ts'
import type { ResultDetail } from './result-view.ts'
import c from './result-page.module.css'

type Sheet = ResultDetail['sheets'][number]

/** The person's own sheet and the superior's side by side, with where they differ. */
export function SheetComparison({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook }) {
  const words = useText(resultsText).result
  const language = useLanguage()
  const self = result.sheets.find((sheet) => sheet.rater === 'self')
  const superior = result.sheets.find((sheet) => sheet.rater === 'superior')
  const criteria = scoredCriteria(rulebook, result.row.group)
  const listColumns = [self, superior].flatMap((sheet): ListColumn[] => (sheet !== undefined && (sheet.rater === 'self' || sheet.rater === 'superior') && writesLists(rulebook, result.row.group, sheet.rater) ? [{ rater: sheet.rater, lists: sheet.lists }] : []))
  const scored = result.sheets.some((sheet) => Object.keys(sheet.points).length > 0)
  const by = (sheet: Sheet | undefined) => (sheet?.submittedAt == null ? '' : `${sheet.raterPerson.fullName}, ${showMoment(sheet.submittedAt)}`)
  const points = (sheet: Sheet | undefined, code: string) =>
    sheet?.points[code] === undefined ? <span className="td-quiet td-small">{words.notScored}</span> : showDecimal(sheet.points[code], language)
  const columns: Column<Criterion>[] = [
    {
      key: 'criterion',
      header: words.criterion,
      lead: true,
      cell: (row) => (
        <>
          <strong>{criterionNumber(row)}</strong> {row.name[language]}
        </>
      ),
    },
    { key: 'max', header: words.most, align: 'right', width: '90px', cell: (row) => showDecimal(shortest(row.max), language) },
    { key: 'self', header: words.self, align: 'right', width: '110px', cell: (row) => points(self, row.code) },
    { key: 'superior', header: words.superior, align: 'right', width: '110px', cell: (row) => points(superior, row.code) },
    {
      key: 'gap',
      header: words.gap,
      align: 'right',
      width: '110px',
      cell: (row) => {
        const gap = pointsGap(self?.points[row.code], superior?.points[row.code])
        return gap === null ? '' : <strong>{gap.startsWith('-') ? `−${showDecimal(gap.slice(1), language)}` : `+${showDecimal(gap, language)}`}</strong>
      },
    },
  ]
  return (
    <Section title={words.sheets} description={words.sheetsHint(by(self), by(superior))}>
      {result.sheets.length === 0 ? (
        <p className="td-quiet">{words.noSheets}</p>
      ) : (
        <div className="td-stack">
          {result.row.replaced && <Notice>{words.sheetsReplaced}</Notice>}
          {scored && (
            <DataTable
              caption={words.sheets}
              columns={asksSuperior(rulebook, result.row.group) ? columns : columns.filter(({ key }) => key !== 'superior' && key !== 'gap')}
              rows={criteria}
              rowKey={(row) => row.code}
              rowTone={(row) => (pointsGap(self?.points[row.code], superior?.points[row.code]) === null ? undefined : 'warn')}
            />
          )}
          <ListEntries rulebook={rulebook} group={result.row.group} columns={listColumns} tasks={[]} state={noListState} />
          {superior !== undefined && <Judgements sheet={superior} rulebook={rulebook} group={result.row.group} />}
          <div className={c.texts}>
            {[self, superior].map((sheet) => (sheet === undefined ? null : <Written key={sheet.rater} sheet={sheet} rulebook={rulebook} />))}
          </div>
        </div>
      )}
    </Section>
  )
}

/** The choices for d, đ, e with their reasons (article 15.3). */
function Judgements({ sheet, rulebook, group }: { sheet: Sheet; rulebook: CompiledRulebook; group: string }) {
  const language = useLanguage()
  const judgements = judgementsOf(rulebook, group, 'superior').filter((judgement) => sheet.judgements[judgement.id] !== undefined)
  if (judgements.length === 0) return null
  return (
    <ul className={c.short}>
      {judgements.map((judgement) => {
        const entry = sheet.judgements[judgement.id]
        return (
          <li key={judgement.id}>
            <strong>
              {judgement.id}. {judgement.name[language]}: {entry?.value}%
            </strong>
            {entry !== undefined && entry.reason !== '' && <div className="td-quiet">{entry.reason}</div>}
          </li>
        )
      })}
    </ul>
  )
}

function Written({ sheet, rulebook }: { sheet: Sheet; rulebook: CompiledRulebook }) {
  const words = useText(resultsText).result
  const { rater: names } = useText(evaluationText)
  const language = useLanguage()
  const texts = [
    { label: sheet.rater === 'self' ? words.claimed : words.proposed, text: sheet.proposedLevel === null ? '' : levelName(rulebook, sheet.proposedLevel, language) },
    { label: words.comment, text: sheet.comment },
    { label: words.strengths, text: sheet.strengths },
    { label: words.weaknesses, text: sheet.weaknesses },
  ].filter(({ text }) => text !== '')
  if (texts.length === 0) return null
  return (
    <div>
      <h3>
        {sheet.rater === 'self' ? names.self : names.superior}: {sheet.raterPerson.fullName}
      </h3>
      {texts.map(({ label, text }) => (
        <div key={label} className={c.text}>
          <span className={c.label}>{label}</span>
          <p className={c.prose}>{text}</p>
        </div>
      ))}
    </div>
  )
}
