import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { ownDataRoutes, type ownClassView } from '../../contract/own-data-routes.ts'
import { AskDialog, type Asked } from '../requests/ask-dialog.tsx'
import { MyRequests } from '../requests/my-requests.tsx'
import { ownDataText } from './messages.ts'
import c from './own-data.module.css'

type OwnClass = z.output<typeof ownClassView>

/** Dữ liệu của tôi: what is held, the copy to take along, and requests about it. */
export function OwnDataPage() {
  const words = useText(ownDataText)
  const language = useLanguage()
  const { data, error, refetch } = useLoad(ownDataRoutes.ownData, {})
  const [asking, setAsking] = useState<Asked>()
  const copy = useAct(async () => {
    const file: unknown = await call(ownDataRoutes.ownCopy, {})
    if (!(file instanceof Blob)) throw new TypeError('the copy is a file')
    saveFile(file, words.fileName)
  })
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        <Button leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={() => void copy.act(undefined)} loading={copy.busy}>
          {words.copy}
        </Button>
      }
    >
      <p className="td-quiet td-small">{words.copyHint}</p>
      <ErrorNotice error={copy.error ?? error} onRetry={() => void refetch()} />
      <MyRequests />
      <Section title={words.records}>
        {data === undefined && error === null && <LoadingRows rows={8} />}
        {data !== undefined && (
          <div className={c.classes}>
            {data.classes.map((each) => (
              <ClassRecords key={each.recordClass} of={each} name={each.name[language]} onAsk={setAsking} />
            ))}
          </div>
        )}
      </Section>
      {asking !== undefined && <AskDialog asked={asking} onClose={() => setAsking(undefined)} />}
    </Page>
  )
}

function ClassRecords({ of, name, onAsk }: { of: OwnClass; name: string; onAsk: (asked: Asked) => void }) {
  const words = useText(ownDataText)
  return (
    <details className={c.class}>
      <summary>
        <strong>{name}</strong>
        <span className="td-quiet td-small">{words.count(of.count)}</span>
      </summary>
      {of.count === 0 && <p className={`td-quiet ${c.foot}`}>{words.none}</p>}
      <ul className={c.records}>
        {of.records.map((record) => (
          <li key={record.id}>
            <div className={c.record}>
              <span>{record.title}</span>
              {record.fields.length === 0 ? (
                <p className="td-quiet td-small">{words.inCopy}</p>
              ) : (
                <details>
                  <summary className="td-quiet td-small">{words.show(record.fields.length)}</summary>
                  <dl>
                    {record.fields.map(([label, value], at) => (
                      <Field key={at} label={label} value={value} />
                    ))}
                  </dl>
                </details>
              )}
            </div>
            <Button variant="subtle" size="compact-sm" aria-label={words.askAbout(record.title)} onClick={() => onAsk({ recordClass: of.recordClass, recordId: record.id, title: record.title, settled: record.settled })}>
              {words.ask}
            </Button>
          </li>
        ))}
      </ul>
      {of.count > 0 && (
        <div className={`td-row ${c.foot}`}>
          {of.count > of.records.length && <span className="td-quiet td-small">{words.more(of.count - of.records.length)}</span>}
          <Button variant="default" size="compact-sm" onClick={() => onAsk({ recordClass: of.recordClass, recordId: null, title: words.whole(name), settled: of.records.every((record) => record.settled) })}>
            {words.askWhole}
          </Button>
        </div>
      )}
    </details>
  )
}

function Field({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
