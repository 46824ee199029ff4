import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { isUuid, type HoldingId, type Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { identityRoutes } from '../../contract/identity-routes.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { PersonView } from '../../contract/views.ts'
import { absenceTerms, identityTerms, sexTerms, termOf, type IdentityKind } from '../../domain/reference-lists.ts'
import { AsOfField, AsOfNotice } from '../as-of/as-of-field.tsx'
import { useAsOf, type AsOf } from '../as-of/use-as-of.ts'
import { organisationText } from '../messages.ts'
import { NotThere } from '../not-there.tsx'
import { usePersonPanels } from '../person-panels.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { AbsenceDialog } from './absence-dialog.tsx'
import { AbsenceList } from './absence-list.tsx'
import { ChangeHoldingDialog, EndHoldingDialog } from './change-holding-dialog.tsx'
import { AppointDialog } from './holding-dialog.tsx'
import { HoldingTimeline } from './holding-timeline.tsx'
import { IdentityDialog } from './identity-dialog.tsx'
import { IdentityNumbers } from './identity-numbers.tsx'
import { personText } from './messages.ts'
import { PersonDialog } from './person-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

/** One person: posts over time, personal detail for those entitled, and what other modules show of them. */
export function PersonPage() {
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const personId = useParam('personId')
  const asOf = useAsOf()
  const mayList = useMay('organisation:read')
  const load = useLoad(organisationRoutes.getPerson, { params: { personId }, query: asOf.date === undefined ? {} : { date: asOf.date } }, { enabled: isUuid(personId) })
  const person = load.data?.id === personId ? load.data : undefined
  const crumbs = mayList ? [{ label: shared.title, ...places.home(asOf.date) }, { label: shared.people, ...places.people({ date: asOf.date }) }] : []
  if (person === undefined) {
    return (
      <Page title={shared.people} crumbs={crumbs}>
        <ErrorNotice error={load.error} refusals={refusals} onRetry={() => void load.refetch()} />
        {!isUuid(personId) && <NotThere code="organisation.person.not-found" />}
        {isUuid(personId) && load.error === null && <LoadingRows rows={6} />}
      </Page>
    )
  }
  return <PersonShown key={personId} person={person} asOf={asOf} crumbs={crumbs} />
}

type AbsenceId = Id<'absence'>
type Opened =
  | 'edit'
  | 'appoint'
  | 'absence'
  | { readonly holding: HoldingId; readonly act: 'edit' | 'end' | 'remove' }
  | { readonly absence: AbsenceId; readonly act: 'edit' | 'remove' }
  | { readonly identity: IdentityKind; readonly act: 'edit' | 'remove' }

function PersonShown({ person, asOf, crumbs }: { person: PersonView; asOf: AsOf; crumbs: { label: string; to: string }[] }) {
  const words = useText(personText)
  const [opened, setOpened] = useState<Opened>()
  const panels = usePersonPanels()
  const close = () => setOpened(undefined)
  const main = person.holdings.find((holding) => holding.isPrimary && holding.from <= asOf.day && (holding.to === null || holding.to >= asOf.day))
  return (
    <Page
      title={person.fullName}
      description={[person.code, ...(main === undefined ? [] : [main.post.title, main.unit.name])].join(' · ')}
      crumbs={crumbs}
      actions={
        <>
          {person.can.manage && (
            <Button variant="default" onClick={() => setOpened('edit')}>
              {words.editPerson}
            </Button>
          )}
          {person.can.appoint && <Button onClick={() => setOpened('appoint')}>{words.appoint}</Button>}
        </>
      }
    >
      <AsOfNotice asOf={asOf} />
      {person.detail !== null && <Detail detail={person.detail} asOf={asOf} />}
      {person.detail !== null && (
        <IdentityNumbers
          personId={person.id}
          identity={person.detail.identity}
          canManage={person.can.manage}
          onEdit={(identity) => setOpened({ identity, act: 'edit' })}
          onRemove={(identity) => setOpened({ identity, act: 'remove' })}
        />
      )}
      <Section title={words.posts}>
        {person.holdings.length === 0 ? (
          <EmptyState title={words.noPosts}>{person.can.appoint ? words.noPostsBody : undefined}</EmptyState>
        ) : (
          <HoldingTimeline
            holdings={person.holdings}
            day={asOf.day}
            date={asOf.date}
            onEdit={(holding) => setOpened({ holding: holding.id, act: 'edit' })}
            onEnd={(holding) => setOpened({ holding: holding.id, act: 'end' })}
            onRemove={(holding) => setOpened({ holding: holding.id, act: 'remove' })}
          />
        )}
      </Section>
      {person.detail !== null && (
        <AbsenceList
          absences={person.detail.absences}
          day={asOf.day}
          canManage={person.can.manage}
          onAdd={() => setOpened('absence')}
          onEdit={(absence) => setOpened({ absence: absence.id, act: 'edit' })}
          onRemove={(absence) => setOpened({ absence: absence.id, act: 'remove' })}
        />
      )}
      {panels.map((Panel, index) => (
        <Suspense key={index} fallback={<LoadingRows rows={4} />}>
          <Panel personId={person.id} />
        </Suspense>
      ))}
      <Dialogs opened={opened} person={person} asOf={asOf} onClose={close} />
    </Page>
  )
}

function Detail({ detail, asOf }: { detail: NonNullable<PersonView['detail']>; asOf: AsOf }) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <Section title={words.detail} description={words.detailRead}>
      <Facts
        items={[
          { label: words.birthDate, value: detail.birthDate === null ? words.unknown : showDate(detail.birthDate) },
          { label: words.sex, value: detail.sex === null ? words.unknown : termOf(sexTerms, detail.sex, language) },
          { label: shared.asOf, value: <AsOfField asOf={asOf} hideLabel /> },
        ]}
      />
    </Section>
  )
}

function Dialogs({ opened, person, asOf, onClose }: { opened: Opened | undefined; person: PersonView; asOf: AsOf; onClose: () => void }) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const language = useLanguage()
  if (opened === undefined) return null
  if (opened === 'edit') return <PersonDialog person={person} onClose={onClose} />
  if (opened === 'appoint') return <AppointDialog person={person} day={asOf.day} onClose={onClose} />
  if (opened === 'absence') return <AbsenceDialog personId={person.id} onClose={onClose} />
  if ('absence' in opened) {
    const absence = person.detail?.absences.find((known) => known.id === opened.absence)
    if (absence === undefined) return null
    if (opened.act === 'edit') return <AbsenceDialog personId={person.id} absence={absence} onClose={onClose} />
    return (
      <RemoveDialog
        title={words.removeAbsence}
        what={`${termOf(absenceTerms, absence.kind, language)} ${shared.fromTo(showDate(absence.from), showDate(absence.to))}`}
        hint={words.removeAbsenceHint}
        version={absence.version}
        send={(body, options) => call(organisationRoutes.removeAbsence, { params: { absenceId: absence.id }, body }, options)}
        onClose={onClose}
      />
    )
  }
  if ('identity' in opened) {
    const stored = person.detail?.identity.find((known) => known.kind === opened.identity)
    if (opened.act === 'edit') return <IdentityDialog personId={person.id} kind={opened.identity} version={stored?.version ?? 0} onClose={onClose} />
    if (stored === undefined) return null
    const kind = termOf(identityTerms, stored.kind, language)
    return (
      <RemoveDialog
        title={words.removeNumberOf(kind)}
        what={`${kind} ${stored.masked ?? ''}`}
        hint={words.removeNumberHint}
        version={stored.version}
        send={(body, options) => call(identityRoutes.removeIdentity, { params: { personId: person.id, identityKind: stored.kind }, body }, options)}
        onClose={onClose}
      />
    )
  }
  const holding = person.holdings.find((known) => known.id === opened.holding)
  if (holding === undefined) return null
  if (opened.act === 'edit') return <ChangeHoldingDialog holding={holding} onClose={onClose} />
  if (opened.act === 'end') return <EndHoldingDialog holding={holding} onClose={onClose} />
  return (
    <RemoveDialog
      title={words.removeHolding(holding.post.title)}
      what={`${holding.unit.name}: ${shared.fromTo(showDate(holding.from), holding.to === null ? words.now : showDate(holding.to))}`}
      hint={words.removeHoldingHint}
      version={holding.version}
      send={(body, options) => call(organisationRoutes.removeHolding, { params: { holdingId: holding.id }, body }, options)}
      onClose={onClose}
    />
  )
}
