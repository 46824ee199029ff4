import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, PostId, UnitId } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { PickField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import { holdingStatusTerms, type HoldingStatus } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { PersonField, type PickedPerson } from '../pickers/person-field.tsx'
import { treeOrder } from '../pickers/tree-order.ts'
import { refusalTexts } from '../refusal-words.ts'
import { termChoices } from '../term-choices.ts'
import { useEntries, type Entries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { personText } from './messages.ts'

export interface HoldingEntries {
  status: HoldingStatus | null
  isPrimary: boolean
  from: CalendarDate | null
  to: CalendarDate | null
  decisionNumber: string
  decisionDate: CalendarDate | null
}

interface AppointEntries extends HoldingEntries {
  personId: PersonId | null
  postId: PostId | null
}

type AppointBody = BodyOf<typeof organisationRoutes.appoint>

interface AppointDialogProps {
  /** Fixed when the page is about a person. */
  person?: PickedPerson
  /** Fixed when the page is about a unit. */
  post?: { readonly id: PostId; readonly title: string }
  day: CalendarDate
  onClose: () => void
}

/** A person takes up a post (bổ nhiệm): one of both is known from the page, the other is chosen. */
export function AppointDialog({ person, post, day, onClose }: AppointDialogProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const [chosen, setChosen] = useState<PickedPerson | null>(person ?? null)
  const entries = useEntries<AppointEntries, AppointBody>(
    { personId: person?.id ?? null, postId: post?.id ?? null, status: null, isPrimary: true, from: day, to: null, decisionNumber: '', decisionDate: null },
    organisationRoutes.appoint.body,
  )
  const { act, busy, error } = useOrganisationAct(
    (body: AppointBody, options) => call(organisationRoutes.appoint, { body }, options),
    words.appointed,
    onClose,
  )
  const { values, set, wrong } = entries
  return (
    <Dialog title={person ? words.appointPerson(person.fullName) : words.appointTo(post?.title ?? '')} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !isDisordered(values) && void act(body))} submitLabel={words.appoint} busy={busy}>
        {person === undefined && (
          <PersonField
            label={words.person}
            hint={words.personHint}
            value={chosen}
            required
            onChange={(next) => {
              setChosen(next)
              set({ personId: next?.id ?? null })
            }}
            error={wrong('personId') ? shared.choose(words.person.toLowerCase()) : undefined}
          />
        )}
        {post === undefined && <PostFields date={values.from ?? day} value={values.postId} onChange={(postId) => set({ postId })} wrong={wrong('postId')} />}
        <HoldingFields entries={entries} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}

/** Whether the last day is before the first. */
export function isDisordered({ from, to }: Pick<HoldingEntries, 'from' | 'to'>): boolean {
  return from !== null && to !== null && to < from
}

/** Chooses a unit and then one of its posts, as of the day the holding begins. */
function PostFields({ date, value, onChange, wrong }: { date: CalendarDate; value: PostId | null; onChange: (id: PostId | null) => void; wrong: boolean }) {
  const words = useText(personText)
  const { choose } = useText(organisationText)
  const refusals = useText(refusalTexts)
  const [unitId, setUnitId] = useState<UnitId | null>(null)
  const tree = useLoad(organisationRoutes.getUnitTree, { query: { date } })
  const unit = useLoad(organisationRoutes.getUnit, { params: { unitId: unitId ?? '' }, query: { date } }, { enabled: unitId !== null })
  const posts = unitId === null || unit.data?.id !== unitId ? [] : unit.data.posts
  return (
    <>
      <PickField
        label={words.unit}
        value={unitId}
        none={null}
        required
        choices={treeOrder(tree.data?.units ?? []).map(({ unit: node, depth }) => ({ value: node.id, label: node.name, detail: node.code, depth }))}
        onChange={(next) => {
          setUnitId(next)
          onChange(null)
        }}
        error={wrong && unitId === null ? choose(words.unit.toLowerCase()) : undefined}
      />
      <SelectField
        label={words.position}
        value={value}
        required
        disabled={unitId === null}
        hint={unitId !== null && unit.data?.id === unitId && posts.length === 0 ? words.noPositions : undefined}
        choices={posts.map((post) => ({ value: post.id, label: `${post.title} (${post.holders.length}/${post.places})` }))}
        onChange={onChange}
        error={wrong && unitId !== null ? choose(words.position.toLowerCase()) : undefined}
      />
      <ErrorNotice error={tree.error ?? unit.error} refusals={refusals} />
    </>
  )
}

/** What is said of holding a post, besides who and which. */
export function HoldingFields<E extends HoldingEntries, Body>({ entries }: { entries: Entries<E, Body> }) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const language = useLanguage()
  const { today } = useSession()
  const { values, wrong } = entries
  const set = entries.set as (patch: Partial<HoldingEntries>) => void
  return (
    <>
      <SelectField
        label={shared.status}
        value={values.status}
        onChange={(status) => set({ status })}
        choices={termChoices(holdingStatusTerms, language)}
        required
        error={wrong('status') ? shared.choose(shared.status.toLowerCase()) : undefined}
      />
      <CheckField label={words.isPrimary} hint={words.isPrimaryHint} value={values.isPrimary} onChange={(isPrimary) => set({ isPrimary })} />
      <Columns>
        <DateField label={shared.from} hint={words.fromHint} {...entries.date('from')} required error={wrong('from') ? shared.needed(shared.from.toLowerCase()) : undefined} />
        <DateField label={shared.to} hint={shared.toHint} {...entries.date('to')} error={isDisordered(values) ? shared.endBeforeStart : undefined} />
      </Columns>
      <Columns>
        <TextField label={words.decisionNumber} hint={words.decisionHint} value={values.decisionNumber} onChange={(decisionNumber) => set({ decisionNumber })} maxLength={100} />
        <DateField label={words.decisionDate} hint={words.mayBeEmpty} {...entries.date('decisionDate')} max={today} />
      </Columns>
    </>
  )
}
