import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type LoginLine, type LoginSlip } from '../contract/routes.ts'
import { LoginSlips } from './login-slips.tsx'
import { LoginsTable } from './logins-table.tsx'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

const filters = { q: textFilter(), only: choiceFilter(['without', 'with']) }

/** Most logins opened by one command. */
const mostAtOnce = 500

/** Tài khoản đăng nhập: who has a login, opening many at once, and new first passwords; both end in slips. */
export function LoginsPage() {
  const all = useText(accountsText)
  const words = all.logins
  const refresh = useRefresh()
  const { values, set, clear, active } = useFilters(filters)
  const [picked, setPicked] = useState<ReadonlySet<PersonId>>(new Set())
  const [resetting, setResetting] = useState<LoginLine>()
  const [slips, setSlips] = useState<readonly LoginSlip[]>([])
  const people = useLoadPages(accountsRoutes.listLogins, {
    query: {
      limit: 50,
      only: values.only ?? 'all',
      ...(values.q === undefined ? {} : { search: values.q.slice(0, 100) }),
    },
  })
  const open = useAct(
    (personIds: PersonId[], options) => call(accountsRoutes.openLogins, { body: { personIds } }, options),
    (opened) => {
      setPicked(new Set())
      setSlips(opened.slips)
      void refresh(accountsRoutes.listLogins)
    },
  )
  if (slips.length > 0) return <LoginSlips slips={slips} onClose={() => setSlips([])} />

  // Only who is in sight is opened: a filter narrows the choice too.
  const openable = people.items.filter((line) => line.username === null).slice(0, mostAtOnce)
  const chosen = openable.filter((line) => picked.has(line.personId)).map((line) => line.personId)
  const toggle = (personId: PersonId) => {
    const next = new Set(picked)
    if (!next.delete(personId)) next.add(personId)
    setPicked(next)
  }
  const everybody = openable.length > 0 && chosen.length === openable.length
  return (
    <Page title={words.title} description={words.description}>
      <FilterBar active={active} onClear={clear}>
        <SearchField label={words.search} placeholder={words.searchHint} value={values.q ?? ''} onChange={(q) => set({ q })} />
        <SelectField
          label={words.only}
          value={values.only ?? null}
          onChange={(only) => set({ only: only ?? undefined })}
          choices={[
            { value: 'without', label: words.without },
            { value: 'with', label: words.with },
          ]}
          none={words.everybody}
        />
      </FilterBar>
      <ErrorNotice error={people.error} refusals={all.refusals} onRetry={people.retry} />
      <ErrorNotice error={open.error} refusals={all.refusals} />
      {people.loading && <LoadingRows rows={10} />}
      {!people.loading && people.error === null && (
        <>
          {openable.length > 0 && (
            <div className={c.acts}>
              <Checkbox
                label={words.pickAll}
                checked={everybody}
                indeterminate={chosen.length > 0 && !everybody}
                onChange={() => setPicked(everybody ? new Set() : new Set(openable.map((line) => line.personId)))}
              />
              <Button disabled={chosen.length === 0} loading={open.busy} onClick={() => void open.act(chosen)}>
                {words.open(chosen.length)}
              </Button>
            </div>
          )}
          <LoginsTable
            lines={people.items}
            more={people.more}
            refreshing={people.refreshing}
            pick={{ chosen: new Set(chosen), openable: new Set(openable.map((line) => line.personId)), toggle }}
            onReset={setResetting}
            empty={<EmptyState title={active > 0 ? words.none : words.nobody}>{active > 0 ? words.noneBody : words.nobodyBody}</EmptyState>}
          />
        </>
      )}
      {resetting !== undefined && (
        <ConfirmDialog
          title={words.resetTitle}
          confirmLabel={words.reset}
          refusals={all.refusals}
          onClose={() => setResetting(undefined)}
          onConfirm={async () => {
            const slip = await call(accountsRoutes.resetLogin, { params: { personId: resetting.personId } }, { requestId: newRequestId() })
            setSlips([slip])
          }}
        >
          <p>{words.resetBody(resetting.fullName, resetting.username ?? '')}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
