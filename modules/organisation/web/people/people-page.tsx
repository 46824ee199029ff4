import { Button } from '@mantine/core'
import { IconUserPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { asId, isUuid } from '#kernel/id.ts'
import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { PickField, SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import { codesOf, holdingStatusTerms, postRoleTerms } from '../../domain/reference-lists.ts'
import { AsOfField, AsOfNotice } from '../as-of/as-of-field.tsx'
import { useAsOf } from '../as-of/use-as-of.ts'
import { organisationText } from '../messages.ts'
import { PersonDialog } from '../person/person-dialog.tsx'
import { treeOrder } from '../pickers/tree-order.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { termChoices } from '../term-choices.ts'
import { FindByIdentityDialog } from './find-by-identity-dialog.tsx'
import { peopleText } from './messages.ts'
import { PeopleTable } from './people-table.tsx'

const filters = {
  q: textFilter(),
  unit: textFilter(),
  role: choiceFilter(codesOf(postRoleTerms)),
  status: choiceFilter([...codesOf(holdingStatusTerms), 'none']),
}

/** Danh sách nhân sự: by given name, narrowed by unit, role, status and text, as of a day. */
export function PeoplePage() {
  const words = useText(peopleText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const go = useGo()
  const asOf = useAsOf()
  const mayAdd = useMay('organisation:manage')
  const { values, set, clear, active } = useFilters(filters)
  const [adding, setAdding] = useState(false)
  const [finding, setFinding] = useState(false)
  const day = asOf.date === undefined ? {} : { date: asOf.date }
  const unit = values.unit !== undefined && isUuid(values.unit) ? asId<'unit'>(values.unit) : undefined
  const tree = useLoad(organisationRoutes.getUnitTree, { query: day })
  const people = useLoadPages(organisationRoutes.listPeople, {
    query: {
      ...day,
      limit: 50,
      ...(unit === undefined ? {} : { unit }),
      ...(values.role === undefined ? {} : { role: values.role }),
      ...(values.status === undefined ? {} : { status: values.status }),
      ...(values.q === undefined ? {} : { text: values.q.slice(0, 100) }),
    },
  })
  const addButton = mayAdd && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: shared.title, ...places.home(asOf.date) }]} actions={
        mayAdd && (
          <>
            <Button variant="default" onClick={() => setFinding(true)}>
              {words.findByNumber}
            </Button>
            {addButton}
          </>
        )
      }
    >
      {finding && <FindByIdentityDialog onClose={() => setFinding(false)} />}
      <FilterBar active={active} onClear={clear}>
        <SearchField label={words.search} placeholder={words.searchHint} value={values.q ?? ''} onChange={(q) => set({ q })} />
        <PickField
          label={words.unit}
          value={unit ?? null}
          onChange={(next) => set({ unit: next ?? undefined })}
          none={words.anyUnit}
          choices={treeOrder(tree.data?.units ?? []).map(({ unit: node, depth }) => ({ value: node.id, label: node.name, depth }))}
        />
        <SelectField label={shared.role} value={values.role ?? null} onChange={(role) => set({ role: role ?? undefined })} choices={termChoices(postRoleTerms, language)} none={words.any} />
        <SelectField
          label={shared.status}
          value={values.status ?? null}
          onChange={(status) => set({ status: status ?? undefined })}
          choices={[...termChoices(holdingStatusTerms, language), { value: 'none', label: words.none }]}
          none={words.any}
        />
        <AsOfField asOf={asOf} />
      </FilterBar>
      <AsOfNotice asOf={asOf} />
      <ErrorNotice error={people.error} refusals={refusals} onRetry={people.retry} />
      {people.loading && <LoadingRows rows={10} />}
      {!people.loading && people.error === null && (
        <PeopleTable
          people={people.items}
          date={asOf.date}
          caption={words.title}
          more={people.more}
          refreshing={people.refreshing}
          empty={
            <EmptyState title={active > 0 ? words.empty : words.nobody} action={active > 0 ? undefined : addButton || undefined}>
              {active > 0 ? words.emptyBody : words.nobodyBody}
            </EmptyState>
          }
        />
      )}
      {adding && (
        <PersonDialog
          person={undefined}
          onClose={() => setAdding(false)}
          onCreated={(personId) => {
            const { to } = places.person(personId)
            go(to)
          }}
        />
      )}
    </Page>
  )
}
