import type { BodyOf } from '#platform/contract/route.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage, type Language } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField, useOptionalLabel } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { PostView, UnitView } from '../../contract/views.ts'
import { postRoleTerms, termOf, type PostRole } from '../../domain/reference-lists.ts'
import { ChangedNotice, type StoredField } from '../changed-notice.tsx'
import { organisationText } from '../messages.ts'
import { refusalTexts } from '../refusal-words.ts'
import { termChoices } from '../term-choices.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { unitText } from './messages.ts'

interface PostEntries {
  code: string
  title: string
  role: PostRole | null
  isLeader: boolean
  publicContact: boolean
  peerGroup: string
  places: string | null
  from: CalendarDate | null
  to: CalendarDate | null
}

type Body = BodyOf<typeof organisationRoutes.changePost>

function entriesOf(post: PostView | undefined, day: CalendarDate): PostEntries {
  if (post === undefined) return { code: '', title: '', role: null, isLeader: false, publicContact: false, peerGroup: '', places: '1', from: day, to: null }
  const { code, title, role, isLeader, publicContact, peerGroup, places, from, to } = post
  return { code, title, role, isLeader, publicContact, peerGroup, places: String(places), from, to }
}

function storedFields(post: PostView, words: typeof unitText.vi, shared: typeof organisationText.vi, language: Language): StoredField[] {
  return [
    { label: words.postTitle, text: post.title },
    { label: words.postCode, text: post.code },
    { label: shared.role, text: termOf(postRoleTerms, post.role, language) },
    { label: words.places, text: String(post.places) },
    { label: words.peerGroup, text: post.peerGroup },
    { label: shared.from, text: showDate(post.from) },
    { label: shared.to, text: post.to === null ? '…' : showDate(post.to) },
  ]
}

/** Adds a post to a unit, or changes one. */
export function PostDialog({ unit, post, onClose }: { unit: UnitView; post: PostView | undefined; onClose: () => void }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const peerGroupLabel = useOptionalLabel(words.peerGroup)
  const entries = useEntries<PostEntries, Body>(entriesOf(post, unit.date), organisationRoutes.changePost.body, (values) => ({
    ...values,
    peerGroup: values.peerGroup.trim(),
    places: values.places === null ? null : Number(values.places),
    version: post?.version ?? 1,
  }))
  const { values, set, wrong } = entries
  const disordered = values.from !== null && values.to !== null && values.to < values.from
  const { act, busy, error } = useOrganisationAct(
    ({ version, ...body }: Body, options) =>
      post === undefined
        ? call(organisationRoutes.createPost, { params: { unitId: unit.id }, body }, options)
        : call(organisationRoutes.changePost, { params: { postId: post.id }, body: { ...body, version } }, options),
    post === undefined ? words.created : words.saved,
    onClose,
  )
  const missing = (field: keyof PostEntries, label: string) => (wrong(field) ? shared.needed(label.toLowerCase()) : undefined)
  return (
    <Dialog title={post === undefined ? `${words.newPost}: ${unit.name}` : words.editPost(post.title)} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !disordered && void act(body))} submitLabel={shared.save} busy={busy}>
        {post !== undefined && (
          <ChangedNotice version={post.version} fields={storedFields(post, words, shared, language)} onTake={() => set(entriesOf(post, unit.date))} />
        )}
        <TextField label={words.postTitle} hint={words.postTitleHint} value={values.title} onChange={(title) => set({ title })} maxLength={200} autoFocus required error={missing('title', words.postTitle)} />
        <Columns>
          <TextField label={words.postCode} value={values.code} onChange={(code) => set({ code })} maxLength={35} required error={missing('code', words.postCode)} />
          <SelectField
            label={shared.role}
            value={values.role}
            onChange={(role) => set({ role, ...(post === undefined && role !== null ? { isLeader: role === 'head' || role === 'deputy' } : {}) })}
            choices={termChoices(postRoleTerms, language)}
            required
            error={wrong('role') ? shared.choose(shared.role.toLowerCase()) : undefined}
          />
          <NumberField label={words.places} value={values.places} onChange={(places) => set({ places })} places={0} min="1" max="500" required error={missing('places', words.places)} />
        </Columns>
        <CheckField label={words.isLeader} value={values.isLeader} onChange={(isLeader) => set({ isLeader })} />
        <CheckField label={words.publicContact} value={values.publicContact} onChange={(publicContact) => set({ publicContact })} />
        <TextField label={peerGroupLabel} hint={words.peerGroupHint} value={values.peerGroup} onChange={(peerGroup) => set({ peerGroup })} maxLength={100} />
        <Columns>
          <DateField label={shared.from} hint={words.postFromHint} {...entries.date('from')} required error={missing('from', shared.from)} />
          <DateField label={shared.to} hint={shared.toHint} {...entries.date('to')} error={disordered ? shared.endBeforeStart : undefined} />
        </Columns>
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}

/** Ends a post on a day (kết thúc vị trí). */
export function EndPostDialog({ post, onClose }: { post: PostView; onClose: () => void }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const { code, title, role, isLeader, publicContact, peerGroup, places, from, version } = post
  const entries = useEntries<{ to: CalendarDate | null }, Body>({ to: post.to }, organisationRoutes.changePost.body, ({ to }) => ({
    code, title, role, isLeader, publicContact, peerGroup, places, from, version, to: to ?? undefined,
  }))
  const disordered = entries.values.to !== null && entries.values.to < from
  const { act, busy, error } = useOrganisationAct(
    (body: Body, options) => call(organisationRoutes.changePost, { params: { postId: post.id }, body }, options),
    words.endedPost,
    onClose,
  )
  return (
    <Dialog title={words.endThisPost(title)} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !disordered && void act(body))} submitLabel={words.endPost} busy={busy}>
        <DateField
          label={words.lastDay}
          hint={words.endHint}
          {...entries.date('to')}
          required
          error={disordered ? shared.endBeforeStart : entries.wrong('to') ? shared.needed(words.lastDay.toLowerCase()) : undefined}
        />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
