import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice, type Tone } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { monthsInWords } from '../../domain/period-words.ts'
import { personalDataText } from '../messages.ts'
import { personalDataPlace } from '../places.ts'
import { PeriodDialog } from './period-dialog.tsx'
import { EndingOf, PeriodInForce, type Register, type RegisterLine } from './register-parts.tsx'

const tones: Record<keyof typeof personalDataText.vi.confidences, Tone> = { text: 'good', secondary: 'info', unverified: 'warn' }

/** One record class: what it holds, on which ground, how long, and the periods the committee has set. */
export function RecordClassPage() {
  const words = useText(personalDataText)
  const language = useLanguage()
  const recordClass = useParam('recordClass')
  const { data, error, refetch } = useLoad(registerRoutes.register, {})
  const line = data?.items.find((one) => one.recordClass === recordClass)
  const [setting, setSetting] = useState(false)
  const crumbs = [{ label: words.title, to: personalDataPlace }]
  if (data === undefined || line === undefined) {
    return (
      <Page title={words.recordClass} crumbs={crumbs}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {error === null && <LoadingRows rows={8} />}
      </Page>
    )
  }
  return (
    <Page
      title={line.shipped.name[language]}
      crumbs={crumbs}
      mark={<StatusBadge tone={line.shipped.sensitivity === 'sensitive' ? 'info' : 'neutral'}>{line.shipped.sensitivity === 'sensitive' ? words.sensitive : words.basic}</StatusBadge>}
      actions={line.shipped.ends === 'proposal' && <Button onClick={() => setSetting(true)}>{words.setPeriod}</Button>}
    >
      <What line={line} register={data} />
      <HowLong line={line} register={data} />
      {setting && <PeriodDialog line={line} onClose={() => setSetting(false)} />}
    </Page>
  )
}

function What({ line, register }: { line: RegisterLine; register: Register }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  const { shipped } = line
  return (
    <Section title={words.sections.register}>
      <Facts
        items={[
          { label: words.contents, value: shipped.contents[language] },
          { label: words.purpose, value: shipped.purpose[language] },
          ...(shipped.sensitive_because === undefined ? [] : [{ label: words.sensitivity, value: shipped.sensitive_because[language] }]),
          { label: words.recipients, value: shipped.recipients[language] },
          { label: words.tables, value: line.tables.length === 0 ? words.outsideDatabase : line.tables.join(', ') },
        ]}
      />
      <Sources label={words.basis} ids={shipped.basis} register={register} />
    </Section>
  )
}

function HowLong({ line, register }: { line: RegisterLine; register: Register }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  const { shipped } = line
  const law = Math.max(0, ...shipped.minimum.map((minimum) => minimum.months))
  return (
    <Section title={words.period}>
      {shipped.ends === 'proposal' && line.inForce === null && <Notice tone="warn" title={words.undecided}>{words.undecidedBody}</Notice>}
      <Facts
        items={[
          { label: words.period, value: <PeriodInForce line={line} register={register} /> },
          { label: words.starts, value: `${shipped.starts[language]}${shipped.ends === 'proposal' && shipped.counted_from === 'year_end' ? ` (${words.fromYearEnd})` : ''}` },
          {
            label: words.ending,
            value: (
              <>
                <EndingOf line={line} />
                {shipped.ends_note !== undefined && <p className="td-quiet td-small">{shipped.ends_note[language]}</p>}
              </>
            ),
          },
        ]}
      />
      <Sources label={words.periodBasis} ids={shipped.period} register={register} />
      {law > 0 && <p>{words.legalMinimum(monthsInWords(law, language))}</p>}
      {shipped.own_need !== undefined && <p>{words.ownNeed(monthsInWords(shipped.own_need.months, language), shipped.own_need.why[language])}</p>}
      {line.set.length > 0 && (
        <DataTable
          caption={words.history}
          rows={line.set}
          rowKey={(period) => period.setAt}
          columns={[
            { key: 'from', header: words.from, lead: true, width: '150px', cell: (period) => showDate(period.from) },
            { key: 'period', header: words.period, width: '140px', cell: (period) => (period.months === null ? words.forEver : monthsInWords(period.months, language)) },
            { key: 'ground', header: words.ground, cell: (period) => [words.groundOf(period.groundNumber, showDate(period.groundDate), period.groundIssuer), period.note].filter((text) => text !== '').join('. ') },
            { key: 'by', header: words.setBy, cell: (period) => `${period.setBy}, ${showMoment(period.setAt)}` },
          ]}
        />
      )}
    </Section>
  )
}

/** The texts a class rests on, each with how it is known. */
function Sources({ label, ids, register }: { label: string; ids: readonly string[]; register: Register }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  return (
    <div className="td-stack-tight">
      <span className="td-quiet td-small">{label}</span>
      {ids.map((id) => {
        const source = register.sources[id]
        return source === undefined ? null : (
          <span key={id}>
            {source[language]} <StatusBadge tone={tones[source.confidence]}>{words.confidences[source.confidence]}</StatusBadge>
          </span>
        )
      })}
    </div>
  )
}
