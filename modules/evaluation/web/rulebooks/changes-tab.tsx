import { useState } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { rulebooksText } from './messages.ts'
import type { Edition, EditionDraft } from './use-edition-draft.ts'
import c from './rulebooks.module.css'

/** What this version changes, in words, against the one in force or another. */
export function ChangesTab({ edition, draft }: { edition: Edition; draft: EditionDraft }) {
  const words = useText(rulebooksText).changes
  const { list } = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const { version } = draft
  const input = { params: { editionId: edition.id }, query: { ...(chosen === undefined ? {} : { against: chosen }), version } }
  const loaded = useLoad(editionRoutes.compareEdition, input)
  const { data } = loaded
  return (
    <div className="td-stack">
      <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
      {!draft.stored && <Notice>{words.unsaved}</Notice>}
      {data === undefined && loaded.error === null && <LoadingRows rows={6} />}
      {data !== undefined && (
        <Section title={data.problems.length > 0 ? words.against : words.count(data.changes.length)}>
          <div className="td-stack" aria-busy={loaded.isPlaceholderData}>
            <SelectField
              label={words.against}
              value={data.against}
              none={null}
              onChange={(value) => value !== null && setChosen(value)}
              choices={data.choices.map((choice) => ({
                value: choice.value,
                label: `${choice.name[language]} (${choice.documentNumber}, ${list.version(choice.version)}${choice.inForce ? `, ${words.inForce}` : ''})`,
              }))}
            />
            {data.problems.length > 0 && <Notice tone="warn">{words.faulty}</Notice>}
            {data.problems.length === 0 && data.changes.length === 0 && <p className="td-quiet">{words.none}</p>}
            <ul className={c.changes}>
              {data.changes.map((change) => (
                <li key={`${change.part} ${change.vi}`}>{change[language]}</li>
              ))}
            </ul>
          </div>
        </Section>
      )}
    </div>
  )
}
