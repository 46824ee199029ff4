import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { rulebookRoutes } from '../../contract/campaign-routes.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import type { RulebookSummary } from '../campaigns/rulebook-choice.tsx'
import { BeginDialog } from './begin-dialog.tsx'
import { rulebooksText } from './messages.ts'
import { statusTones } from './status-tones.ts'
import type { Edition } from './use-edition-draft.ts'

/** Bộ quy định: those shipped with the program and those of the body. */
export function RulebooksPage() {
  const words = useText(rulebooksText)
  const evaluation = useText(evaluationText)
  const [edits, issues] = [useMay('evaluation:rulebooks'), useMay('evaluation:issue')]
  const [beginning, setBeginning] = useState(false)
  const shipped = useLoad(rulebookRoutes.listRulebooks, {})
  const own = useLoad(editionRoutes.listEditions, {}, { enabled: edits || issues })
  const canCreate = own.data?.canCreate ?? false
  const all = shipped.data?.rulebooks ?? []
  // The head of a division has the right over the division only: for them the drafts are not there.
  const hidden = own.error !== null && isRefused(own.error) && own.error.code === 'platform.not-found'
  const issued = all.filter((each) => each.own)
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: evaluation.campaigns, to: places.campaigns().to }]}
      actions={canCreate ? <Button onClick={() => setBeginning(true)}>{words.list.create}</Button> : undefined}
    >
      <ErrorNotice error={shipped.error} onRetry={() => void shipped.refetch()} />
      {!hidden && <ErrorNotice error={own.error} onRetry={() => void own.refetch()} />}
      {shipped.isPending && <LoadingRows rows={4} />}
      {own.data !== undefined && (
        <Section title={words.list.own} description={words.list.ownHint}>
          <Editions editions={own.data.editions} />
        </Section>
      )}
      {own.data === undefined && issued.length > 0 && (
        <Section title={words.list.own}>
          <Summaries caption={words.list.own} rulebooks={issued} />
        </Section>
      )}
      {shipped.data !== undefined && (
        <Section title={words.list.shipped}>
          <Summaries caption={words.list.shipped} rulebooks={all.filter((each) => !each.own)} />
        </Section>
      )}
      {beginning && <BeginDialog rulebooks={all.filter((each) => !each.own)} onClose={() => setBeginning(false)} />}
    </Page>
  )
}

function useValidity(): (from: string | null, to: string | null) => string {
  const words = useText(rulebooksText).list
  return (from, to) => (from === null ? '—' : to === null ? words.from(showDate(from)) : words.between(showDate(from), showDate(to)))
}

function Editions({ editions }: { editions: readonly Edition[] }) {
  const words = useText(rulebooksText)
  const language = useLanguage()
  const validity = useValidity()
  return (
    <DataTable
      caption={words.list.own}
      rows={editions}
      rowKey={(edition) => edition.id}
      empty={<EmptyState title={words.list.ownEmpty} />}
      columns={[
        {
          key: 'name',
          header: words.list.name,
          lead: true,
          cell: (edition) => (
            <div>
              <Link {...places.edition(edition.id)}>{edition.name[language]}</Link>
              <div className="td-quiet td-small">
                {words.list.version(edition.number)} · {words.list.basis(`${edition.basis.id}, ${words.list.version(edition.basis.version).toLowerCase()}`)}
              </div>
            </div>
          ),
        },
        { key: 'status', header: words.list.status, width: '130px', cell: (edition) => <StatusBadge tone={statusTones[edition.status]}>{words.status[edition.status]}</StatusBadge> },
        {
          key: 'document',
          header: words.list.document,
          width: '200px',
          cell: (edition) => (edition.documentDate === null ? '—' : words.list.dated(edition.documentNumber, showDate(edition.documentDate))),
        },
        { key: 'validity', header: words.list.validity, width: '150px', cell: (edition) => validity(edition.validFrom, edition.validTo) },
        {
          key: 'changed',
          header: words.list.changed,
          width: '190px',
          hideOnPhone: true,
          cell: (edition) => `${showMoment(edition.changedAt)}${edition.changedBy === null ? '' : ` · ${edition.changedBy.fullName}`}`,
        },
      ]}
    />
  )
}

function Summaries({ caption, rulebooks }: { caption: string; rulebooks: readonly RulebookSummary[] }) {
  const words = useText(rulebooksText).list
  const language = useLanguage()
  const validity = useValidity()
  return (
    <DataTable
      caption={caption}
      rows={rulebooks}
      rowKey={(rulebook) => `${rulebook.id} ${rulebook.version}`}
      columns={[
        {
          key: 'name',
          header: words.name,
          lead: true,
          cell: (rulebook) => (
            <div>
              <Link {...places.rulebook(rulebook.id, rulebook.own ? rulebook.version : undefined)}>{rulebook.name[language]}</Link> <ConfidenceMark value={rulebook.confidence} />
              <div className="td-quiet td-small">
                {words.subject[rulebook.subject]} · {words.version(rulebook.version)}
              </div>
            </div>
          ),
        },
        { key: 'document', header: words.document, width: '260px', cell: (rulebook) => words.dated(rulebook.documentNumber, showDate(rulebook.documentDate)) },
        { key: 'validity', header: words.validity, width: '190px', cell: (rulebook) => validity(rulebook.validFrom, rulebook.validTo) },
      ]}
    />
  )
}
