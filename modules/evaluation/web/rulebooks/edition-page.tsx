import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { rulebookRoutes } from '../../contract/campaign-routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { ChangesTab } from './changes-tab.tsx'
import { EditTab } from './edit-tab.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { rulebooksText } from './messages.ts'
import { RetireDialog } from './retire-dialog.tsx'
import { RulebookContent } from './rulebook-content.tsx'
import { SimulateTab } from './simulate-tab.tsx'
import { statusTones } from './status-tones.ts'
import { useEditionDraft, type Edition } from './use-edition-draft.ts'

const tabs = ['edit', 'changes', 'simulate'] as const
const filters = { tab: choiceFilter(tabs) }

/** One version of the body's own rulebook: written, compared, tried and issued. */
export function EditionPage() {
  const editionId = useParam('editionId') as Id<'edition'>
  const words = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const loaded = useLoad(editionRoutes.getEdition, { params: { editionId } })
  const data = loaded.data?.edition.id === editionId ? loaded.data : undefined
  if (data === undefined) {
    return (
      <Page title={words.title} crumbs={[{ label: words.title, to: places.rulebooks().to }]}>
        <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
        {loaded.error === null && <LoadingRows rows={8} />}
      </Page>
    )
  }
  return <LoadedEdition key={`${editionId} ${data.edition.status}`} edition={data.edition} source={data.source} />
}

function LoadedEdition({ edition, source }: { edition: Edition; source: string }) {
  const words = useText(rulebooksText)
  const language = useLanguage()
  const draft = useEditionDraft(edition, source)
  const { values, set } = useFilters(filters)
  const tab = values.tab ?? 'edit'
  const mayEdit = edition.can.includes('edit')
  const firstTab = edition.status === 'draft' ? words.edition.tabs.edit : words.edition.tabs.read
  const name = { edit: firstTab, changes: words.edition.tabs.changes, simulate: words.edition.tabs.simulate }
  return (
    <Page
      title={edition.name[language]}
      mark={<StatusBadge tone={statusTones[edition.status]}>{words.status[edition.status]}</StatusBadge>}
      description={describe(edition, words)}
      crumbs={[{ label: words.title, to: places.rulebooks().to }]}
      actions={<Actions edition={edition} draft={draft} />}
    >
      {edition.status !== 'draft' && <Notice>{words.edition.frozen}</Notice>}
      {edition.status === 'draft' && !mayEdit && <Notice>{words.edition.readOnly}</Notice>}
      <Tabs value={tab} onChange={(next) => set({ tab: next === 'edit' ? undefined : tabs.find((each) => each === next) })}>
        <Tabs.List aria-label={edition.name[language]}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {name[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="edit" pt="md">
          {edition.status === 'draft' ? <EditTab draft={draft} edition={edition} mayEdit={mayEdit} /> : <IssuedContent edition={edition} />}
        </Tabs.Panel>
        <Tabs.Panel value="changes" pt="md">
          {tab === 'changes' && <ChangesTab edition={edition} draft={draft} />}
        </Tabs.Panel>
        <Tabs.Panel value="simulate" pt="md">
          {tab === 'simulate' && <SimulateTab edition={edition} draft={draft} />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function describe(edition: Edition, words: typeof rulebooksText.vi): string {
  const { number, basis, documentNumber, documentDate, validFrom, validTo, signer } = edition
  if (edition.status === 'draft') return `${words.edition.number(number)} · ${words.edition.basis(basis.id, basis.version)}`
  const validity = validFrom === null ? '' : validTo === null ? words.list.from(showDate(validFrom)) : words.list.between(showDate(validFrom), showDate(validTo))
  return [words.edition.number(number), words.list.dated(documentNumber, documentDate === null ? '' : showDate(documentDate)), words.list.signedBy(signer), `${words.list.validity} ${validity}`].join(' · ')
}

function IssuedContent({ edition }: { edition: Edition }) {
  const { refusals } = useText(evaluationText)
  const { rulebook, error, retry } = useRulebook(edition.rulebookId, String(edition.number))
  return (
    <>
      <ErrorNotice error={error} refusals={refusals} onRetry={retry} />
      {rulebook === undefined ? error === null && <LoadingRows rows={8} /> : <RulebookContent rulebook={rulebook} />}
    </>
  )
}

function Actions({ edition, draft }: { edition: Edition; draft: ReturnType<typeof useEditionDraft> }) {
  const words = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const [open, setOpen] = useState<'issue' | 'retire' | 'discard'>()
  const go = useGo()
  const refresh = useRefresh()
  const revise = useAct(
    (_: null, options) => call(editionRoutes.createEdition, { body: { from: { kind: 'edition', editionId: edition.id }, name: '' } }, options),
    (created) => {
      void refresh(editionRoutes.listEditions)
      go(places.edition(created.editionId).to)
    },
  )
  const close = () => setOpen(undefined)
  const done = () => void refresh(editionRoutes.getEdition, editionRoutes.listEditions, editionRoutes.checkEdition, rulebookRoutes.listRulebooks)
  return (
    <>
      {edition.status === 'draft' && edition.can.includes('edit') && (
        <Button variant="default" onClick={() => setOpen('discard')}>
          {words.edition.discard}
        </Button>
      )}
      {edition.can.includes('issue') && <Button onClick={() => setOpen('issue')}>{words.edition.issue}</Button>}
      {edition.status !== 'draft' && (
        <Button variant="default" loading={revise.busy} onClick={() => void revise.act(null)}>
          {words.edition.revise}
        </Button>
      )}
      {edition.can.includes('retire') && (
        <Button variant="default" onClick={() => setOpen('retire')}>
          {words.edition.retire}
        </Button>
      )}
      <ErrorNotice error={revise.error} refusals={refusals} />
      {open === 'issue' && <IssueDialog edition={edition} draft={draft} onDone={done} onClose={close} />}
      {open === 'retire' && <RetireDialog edition={edition} onDone={done} onClose={close} />}
      {open === 'discard' && (
        <ConfirmDialog
          title={words.discard.title}
          confirmLabel={words.discard.confirm}
          danger
          refusals={refusals}
          onClose={close}
          onConfirm={async () => {
            await call(editionRoutes.discardEdition, { params: { editionId: edition.id } })
            draft.autosave.takeTheirs(draft.autosave.stored())
            toast(words.discard.done)
            void refresh(editionRoutes.listEditions)
            go(places.rulebooks().to, { replace: true })
          }}
        >
          <p>{words.discard.body}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
