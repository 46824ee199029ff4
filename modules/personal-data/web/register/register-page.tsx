import { Button } from '@mantine/core'
import { IconPrinter } from '#ui/icons.tsx'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { personalDataText } from '../messages.ts'
import { personalDataPlace, recordClassPlace } from '../places.ts'
import { SectionLinks } from '../section-links.tsx'
import { EndingOf, PeriodInForce, type Register } from './register-parts.tsx'

/** Hồ sơ hoạt động xử lý dữ liệu cá nhân: every record class, its purpose and its period; printed for the dossier. */
export function RegisterPage() {
  const words = useText(personalDataText)
  const { data, error, refetch } = useLoad(registerRoutes.register, {})
  const print = useAct(async (heading: 'state' | 'party') => {
    const file: unknown = await call(registerRoutes.printRegister, { query: { heading } })
    if (file instanceof Blob) saveFile(file, words.printName(heading))
  })
  return (
    <Page title={words.title} description={data === undefined ? words.description : `${words.description} ${words.asOf(showDate(data.asOf))}`} actions={<SectionLinks here={personalDataPlace} />}>
      <ErrorNotice error={error ?? print.error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={8} />}
      {data !== undefined && (
        <>
          <div className="td-row">
            {(['state', 'party'] as const).map((heading) => (
              <Button key={heading} variant="default" leftSection={<IconPrinter size={16} aria-hidden />} loading={print.busy} onClick={() => void print.act(heading)}>
                {heading === 'state' ? words.printState : words.printParty}
              </Button>
            ))}
          </div>
          <Classes register={data} />
        </>
      )}
    </Page>
  )
}

function Classes({ register }: { register: Register }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  return (
    <DataTable
      caption={words.caption}
      rows={register.items}
      rowKey={(line) => line.recordClass}
      columns={[
        {
          key: 'class',
          header: words.recordClass,
          lead: true,
          cell: (line) => (
            <span className="td-row">
              <Link to={recordClassPlace(line.recordClass)}>{line.shipped.name[language]}</Link>
              {line.shipped.sensitivity === 'sensitive' && <StatusBadge tone="info">{words.sensitive}</StatusBadge>}
            </span>
          ),
        },
        { key: 'purpose', header: words.purpose, cell: (line) => line.shipped.purpose[language] },
        { key: 'period', header: words.period, width: '190px', cell: (line) => <PeriodInForce line={line} register={register} /> },
        { key: 'ending', header: words.ending, width: '190px', cell: (line) => <EndingOf line={line} /> },
      ]}
    />
  )
}
