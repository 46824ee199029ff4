import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type InvitationSlip, type LoginLine, type LoginSlip } from '../contract/routes.ts'
import { InvitationSlips } from './invitation-slips.tsx'
import { LoginActDialog } from './login-act-dialog.tsx'
import { LoginSlips } from './login-slips.tsx'
import { LoginsTable, type LoginAct } from './logins-table.tsx'
import { accountsText } from './messages.ts'
import { rolesPlace } from './places.ts'
import { PolicyDialog } from './policy-dialog.tsx'
import { rolesText } from './roles-messages.ts'
import c from './logins-page.module.css'

const filters = { q: textFilter(), only: choiceFilter(['without', 'with']) }

/** Most logins opened by one command. */
const mostAtOnce = 500

/** Tài khoản đăng nhập: who has a login, opening many at once, and new first passwords; both end in slips. */
export function LoginsPage() {
  const all = useText(accountsText)
  const words = all.logins
  const roles = useText(rolesText)
  const refresh = useRefresh()
  const { values, set, clear, active } = useFilters(filters)
  const [picked, setPicked] = useState<ReadonlySet<PersonId>>(new Set())
  const [acting, setActing] = useState<{ line: LoginLine; act: LoginAct }>()
  const [choosing, setChoosing] = useState(false)
  const [slips, setSlips] = useState<readonly LoginSlip[]>([])
  const [links, setLinks] = useState<readonly InvitationSlip[]>([])
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
  const invite = useAct(
    (personIds: PersonId[], options) => call(accountsRoutes.invite, { body: { personIds } }, options),
    (made) => {
      setPicked(new Set())
      setLinks(made.slips)
      void refresh(accountsRoutes.listLogins)
    },
  )
  if (links.length > 0) return <InvitationSlips slips={links} onClose={() => setLinks([])} />
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
    <Page
      title={words.title}
      description={words.description}
      actions={
        <>
          <ButtonLink variant="default" to={rolesPlace}>
            {roles.title}
          </ButtonLink>
          <Button variant="default" onClick={() => setChoosing(true)}>
            {words.policy}
          </Button>
        </>
      }
    >
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
      <ErrorNotice error={open.error ?? invite.error} refusals={all.refusals} />
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
              <div className="td-row">
                <Button disabled={chosen.length === 0} loading={open.busy} onClick={() => void open.act(chosen)}>
                  {words.open(chosen.length)}
                </Button>
                <Button variant="default" disabled={chosen.length === 0} loading={invite.busy} onClick={() => void invite.act(chosen)}>
                  {words.invite(chosen.length)}
                </Button>
              </div>
            </div>
          )}
          <LoginsTable
            lines={people.items}
            more={people.more}
            refreshing={people.refreshing}
            pick={{ chosen: new Set(chosen), openable: new Set(openable.map((line) => line.personId)), toggle }}
            onAct={(line, act) => setActing({ line, act })}
            empty={<EmptyState title={active > 0 ? words.none : words.nobody}>{active > 0 ? words.noneBody : words.nobodyBody}</EmptyState>}
          />
        </>
      )}
      {acting !== undefined && (
        <LoginActDialog
          {...acting}
          onClose={() => setActing(undefined)}
          onSlip={(slip) => setSlips([slip])}
          onLinks={setLinks}
          onDone={() => void refresh(accountsRoutes.listLogins)}
        />
      )}
      {choosing && <PolicyDialog onClose={() => setChoosing(false)} />}
    </Page>
  )
}
