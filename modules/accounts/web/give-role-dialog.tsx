import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { PersonField, UnitField, type PickedPerson } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { grantedRoles, wholeCommitteeRoles, type GrantedRole } from '../domain/roles.ts'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { accountsText } from './messages.ts'
import { orWaiting } from './or-waiting.ts'
import { loginsPlace } from './places.ts'
import { useRefusedAt } from './refused-at.ts'
import { rolesText } from './roles-messages.ts'

type Body = BodyOf<typeof accountsRoutes.giveRole>

interface Entries {
  readonly person: PickedPerson | null
  readonly role: GrantedRole | null
  readonly scope: 'whole' | 'unit'
  readonly unitId: UnitId | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly documentNumber: string
  readonly documentDate: CalendarDate | null
}

/** What is sent, or undefined while something is missing. */
function bodyOf({ person, role, scope, unitId, from, to, documentNumber, documentDate }: Entries): Body | undefined {
  if (person === null || role === null || (scope === 'unit' && unitId === null) || from === null || documentDate === null || documentNumber.trim() === '') return undefined
  if (to !== null && to < from) return undefined
  return { personId: person.id, role, unitId: scope === 'unit' ? unitId : null, from, to, documentNumber, documentDate }
}

/** Gives somebody a role: to whom, which one with what it lets them do, over what, how long, by which document. */
export function GiveRoleDialog({ onClose }: { onClose: () => void }) {
  const words = useText(rolesText)
  const { refusals } = useText(accountsText)
  const { today, personId } = useSession()
  const refresh = useRefresh()
  const [entries, setEntries] = useState<Entries>({ person: null, role: null, scope: 'whole', unitId: null, from: today, to: null, documentNumber: '', documentDate: null })
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const give = useAct(
    (body: Body, options) => orWaiting(call(accountsRoutes.giveRole, { body }, options)),
    async (done) => {
      toast(done === 'waiting' ? words.waiting : words.given(entries.person?.fullName ?? ''))
      onClose()
      await refresh(accountsRoutes.listGivenRoles)
    },
  )
  const refusedAt = useRefusedAt(give.error)
  const set = (patch: Partial<Entries>) => {
    setEntries({ ...entries, ...patch })
    give.reset()
  }
  const date = (name: 'from' | 'to' | 'documentDate') => ({
    value: entries[name],
    onChange: (day: CalendarDate | null, { valid }: { valid: boolean }) => {
      const others = [...unreadable].filter((each) => each !== name)
      setUnreadable(new Set(valid ? others : [...others, name]))
      set({ [name]: day })
    },
  })
  const chooseRole = (role: GrantedRole) => set(wholeCommitteeRoles.has(role) ? { role, scope: 'whole', unitId: null } : { role })
  const submit = () => {
    setTried(true)
    const body = unreadable.size === 0 ? bodyOf(entries) : undefined
    if (body === undefined) return focusFirstWrong()
    void give.act(body).then((done) => (done === undefined ? focusFirstWrong() : undefined))
  }
  const { person, role, scope, unitId, from, to, documentNumber, documentDate } = entries
  const wholeOnly = role !== null && wholeCommitteeRoles.has(role)
  const wrong = {
    person: tried && person === null ? words.choosePerson : refusedAt('accounts.role.own'),
    role: tried && role === null ? words.chooseRole : refusedAt('accounts.role.held'),
    scope: refusedAt('accounts.role.whole-committee'),
    unit: tried && scope === 'unit' && unitId === null ? words.chooseUnit : undefined,
    from: tried && from === null ? words.needed(words.firstDay) : refusedAt('accounts.role.past'),
    to: from !== null && to !== null && to < from ? words.endBeforeStart : refusedAt('accounts.role.dates'),
    documentNumber: tried && documentNumber.trim() === '' ? words.needed(words.documentNumber) : undefined,
    documentDate: tried && documentDate === null ? words.needed(words.documentDate) : undefined,
  }
  const withoutLogin = refusedAt('accounts.role.without-login')
  const atField = withoutLogin ?? refusedAt('accounts.role.own', 'accounts.role.held', 'accounts.role.whole-committee', 'accounts.role.past', 'accounts.role.dates')
  return (
    <Dialog title={words.give} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.give} busy={give.busy}>
        <PersonField label={words.person} hint={words.personHint} value={person} onChange={(next) => set({ person: next })} required error={wrong.person} {...(personId === null ? {} : { except: personId })} />
        {withoutLogin !== undefined && person !== null && <WithoutLogin person={person}>{withoutLogin}</WithoutLogin>}
        <RadioField label={words.role} value={role} onChange={chooseRole} choices={grantedRoles.map((value) => ({ value, label: words.roles[value].name, hint: words.roles[value].may }))} error={wrong.role} />
        <RadioField
          label={words.over}
          value={scope}
          onChange={(next) => set({ scope: next })}
          hint={wholeOnly ? words.wholeOnly : undefined}
          choices={[
            { value: 'whole', label: words.whole },
            { value: 'unit', label: words.scopeUnit, disabled: wholeOnly },
          ]}
          error={wrong.scope}
        />
        {scope === 'unit' && <UnitField label={words.unit} value={unitId} onChange={(unit) => set({ unitId: unit?.id ?? null })} required error={wrong.unit} />}
        <Columns>
          <DateField label={words.firstDay} hint={words.firstDayHint} {...date('from')} min={today} required error={wrong.from} />
          <DateField label={words.lastDay} hint={words.lastDayHint} {...date('to')} error={wrong.to} />
        </Columns>
        <Columns>
          <TextField label={words.documentNumber} hint={words.documentHint} value={documentNumber} onChange={(next) => set({ documentNumber: next })} required maxLength={100} error={wrong.documentNumber} />
          <DateField label={words.documentDate} hint={words.documentDateHint} {...date('documentDate')} required error={wrong.documentDate} />
        </Columns>
        <p className="td-quiet td-small">{words.twoPersons}</p>
        {atField === undefined && <ErrorNotice error={give.error} refusals={refusals} />}
      </Form>
    </Dialog>
  )
}

/** A login comes first; the keyboard goes on at the way there. */
function WithoutLogin({ person, children }: { person: PickedPerson; children: ReactNode }) {
  const words = useText(rolesText)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('a')?.focus(), [])
  return (
    <div ref={box}>
      <Notice tone="bad" alert>
        <p>{children}</p>
        <p>
          <Link to={loginsPlace} search={{ q: person.fullName }}>
            {words.toLogins(person.fullName)}
          </Link>
        </p>
      </Notice>
    </div>
  )
}
