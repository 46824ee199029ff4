import { Button } from '@mantine/core'
import { IconFileImport, IconFileSpreadsheet, IconPlus, IconUsers } from '#ui/icons.tsx'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { useSession } from '#platform/web/session.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { importRoutes } from '../../contract/import-routes.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import { AsOfField, AsOfNotice } from '../as-of/as-of-field.tsx'
import { useAsOf } from '../as-of/use-as-of.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { UnitChangeDialog } from '../unit-change/unit-change-dialog.tsx'
import { treeText } from './messages.ts'
import { openedAtFirst, treeRows, type Opened } from './tree-rows.ts'
import { UnitTree } from './unit-tree.tsx'
import c from './unit-tree.module.css'

/** Tổ chức & nhân sự: the tree of units as of a day, with heads and counts. */
export function TreePage() {
  const words = useText(treeText)
  const { title } = useText(organisationText)
  const refusals = useText(refusalTexts)
  const { today } = useSession()
  const asOf = useAsOf()
  const { values, set, clear, active } = useFilters({ q: textFilter() })
  const [chosen, setChosen] = useState<Opened>()
  const [founding, setFounding] = useState(false)
  const tree = useLoad(organisationRoutes.getUnitTree, { query: asOf.date === undefined ? {} : { date: asOf.date } })
  const exporting = useAct(
    (_: string, _options) => call(importRoutes.exportAll, {}),
    (file, date) => {
      saveFile(file, words.exportName(date))
      toast(words.exported)
    },
  )
  const units = tree.data?.units ?? []
  const can = tree.data?.can
  const opened = chosen ?? openedAtFirst(units)
  const rows = treeRows(units, opened, values.q)
  const people = units.reduce((sum, unit) => sum + unit.people, 0)
  const importButton = can?.importAll && (
    <ButtonLink {...places.imports()} variant="default" leftSection={<IconFileImport size={18} aria-hidden="true" />}>
      {words.import}
    </ButtonLink>
  )
  const foundButton = can?.manageAny && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setFounding(true)}>
      {words.found}
    </Button>
  )
  return (
    <Page
      title={title}
      description={tree.data === undefined ? ' ' : words.description(units.length, people)}
      actions={
        <>
          <ButtonLink
            {...places.people(asOf.date === undefined ? {} : { date: asOf.date })}
            variant="default"
            leftSection={<IconUsers size={18} aria-hidden="true" />}
          >
            {words.people}
          </ButtonLink>
          {importButton}
          {can?.importAll && (
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
              loading={exporting.busy}
              onClick={() => void exporting.act(today)}
            >
              {words.export}
            </Button>
          )}
          {foundButton}
        </>
      }
    >
      <FilterBar active={active} onClear={clear}>
        <SearchField label={words.search} placeholder={words.searchHint} value={values.q ?? ''} onChange={(q) => set({ q })} />
        <AsOfField asOf={asOf} />
      </FilterBar>
      <AsOfNotice asOf={asOf} />
      <ErrorNotice error={exporting.error} refusals={refusals} />
      <ErrorNotice error={tree.error} refusals={refusals} onRetry={() => void tree.refetch()} />
      {tree.isPending && <LoadingRows rows={8} />}
      {tree.data !== undefined && units.length === 0 && (
        <EmptyState
          title={asOf.date === undefined ? words.empty : words.emptyOn}
          action={
            can?.importAll && asOf.date === undefined ? (
              <>
                {importButton}
                {foundButton}
              </>
            ) : undefined
          }
        >
          {asOf.date === undefined ? words.emptyBody : words.emptyOnBody}
        </EmptyState>
      )}
      {units.length > 0 && rows.length === 0 && <EmptyState title={words.nothingFound}>{words.nothingFoundBody}</EmptyState>}
      {rows.length > 0 && (
        <div className="td-stack-tight" aria-busy={tree.isPlaceholderData}>
          <div className="td-row td-no-print">
            <Button variant="subtle" size="compact-sm" onClick={() => setChosen(new Set(units.map((unit) => unit.id)))}>
              {words.openAll}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setChosen(new Set())}>
              {words.closeAll}
            </Button>
            <span className={`${c.keys} td-quiet td-small`}>{words.keys}</span>
          </div>
          <UnitTree
            rows={rows}
            date={asOf.date}
            onOpen={(ids) => setChosen(new Set([...opened, ...ids]))}
            onClose={(id) => setChosen(new Set([...opened].filter((other) => other !== id)))}
          />
        </div>
      )}
      {founding && <UnitChangeDialog unit={undefined} first="found" day={asOf.day} onClose={() => setFounding(false)} />}
    </Page>
  )
}
