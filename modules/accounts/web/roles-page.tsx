import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoadPages } from '#platform/web/load.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { accountsRoutes, type GivenRoleLine } from '../contract/routes.ts'
import { grantedRoles } from '../domain/roles.ts'
import { EndRoleDialog } from './end-role-dialog.tsx'
import { GiveRoleDialog } from './give-role-dialog.tsx'
import { accountsText } from './messages.ts'
import { loginsPlace } from './places.ts'
import { rolesText } from './roles-messages.ts'
import { RolesTable } from './roles-table.tsx'

const filters = { show: choiceFilter(['ended', 'all']), role: choiceFilter(grantedRoles) }

/** Vai trò được giao: who holds which role beside the posts; giving and ending them. */
export function RolesPage() {
  const words = useText(rolesText)
  const { logins, refusals } = useText(accountsText)
  const { values, set, clear, active } = useFilters(filters)
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<GivenRoleLine>()
  const roles = useLoadPages(accountsRoutes.listGivenRoles, {
    query: { limit: 50, show: values.show ?? 'now', ...(values.role === undefined ? {} : { role: values.role }) },
  })
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: logins.title, to: loginsPlace }]}
      actions={<Button onClick={() => setGiving(true)}>{words.give}</Button>}
    >
      <FilterBar active={active} onClear={clear}>
        <SelectField
          label={words.show}
          value={values.show ?? null}
          onChange={(show) => set({ show: show ?? undefined })}
          choices={(['ended', 'all'] as const).map((value) => ({ value, label: words.filters[value] }))}
          none={words.filters.now}
        />
        <SelectField
          label={words.role}
          value={values.role ?? null}
          onChange={(role) => set({ role: role ?? undefined })}
          choices={grantedRoles.map((value) => ({ value, label: words.roles[value].name }))}
          none={words.anyRole}
        />
      </FilterBar>
      <ErrorNotice error={roles.error} refusals={refusals} onRetry={roles.retry} />
      {roles.loading && <LoadingRows rows={6} />}
      {!roles.loading && roles.error === null && (
        <RolesTable lines={roles.items} more={roles.more} refreshing={roles.refreshing} onEnd={setEnding} empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>} />
      )}
      {giving && <GiveRoleDialog onClose={() => setGiving(false)} />}
      {ending !== undefined && <EndRoleDialog line={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}
