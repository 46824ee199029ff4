import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { isUuid, type PostId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { PostView, UnitView } from '../../contract/views.ts'
import { termOf, unitKinds, unitLevels, type UnitChangeKind } from '../../domain/reference-lists.ts'
import { AsOfField, AsOfNotice } from '../as-of/as-of-field.tsx'
import { useAsOf, type AsOf } from '../as-of/use-as-of.ts'
import { organisationText } from '../messages.ts'
import { NotThere } from '../not-there.tsx'
import { AppointDialog } from '../person/holding-dialog.tsx'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { CorrectUnitDialog } from '../unit-change/correct-unit-dialog.tsx'
import { unitChangeText } from '../unit-change/messages.ts'
import { UnitChangeDialog } from '../unit-change/unit-change-dialog.tsx'
import { unitText } from './messages.ts'
import { EndPostDialog, PostDialog } from './post-dialog.tsx'
import { UnitPast } from './unit-past.tsx'
import { UnitPosts } from './unit-posts.tsx'

/** One unit as of a day: posts and holders, sub-units, history and lineage, and every act on it. */
export function UnitPage() {
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const unitId = useParam('unitId')
  const asOf = useAsOf()
  const load = useLoad(organisationRoutes.getUnit, { params: { unitId }, query: asOf.date === undefined ? {} : { date: asOf.date } }, { enabled: isUuid(unitId) })
  // Another unit's page stays shown for a moment while this one comes: never act on it.
  const unit = load.data?.id === unitId ? load.data : undefined
  if (unit === undefined) {
    return (
      <Page title={shared.unit} crumbs={[{ label: shared.title, ...places.home(asOf.date) }]}>
        <ErrorNotice error={load.error} refusals={refusals} onRetry={() => void load.refetch()} />
        {!isUuid(unitId) && <NotThere code="organisation.unit.not-found" />}
        {isUuid(unitId) && load.error === null && <LoadingRows rows={8} />}
      </Page>
    )
  }
  return <UnitShown key={unitId} unit={unit} asOf={asOf} error={load.error} />
}

type Opened = { act: UnitChangeKind } | 'correct' | 'new-post' | { appoint: PostId } | { edit: PostId } | { end: PostId }

function UnitShown({ unit, asOf, error }: { unit: UnitView; asOf: AsOf; error: unknown }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const acts = useText(unitChangeText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const { date } = asOf
  const state = unit.alive ? undefined : unit.lifeTo !== null && unit.lifeTo < unit.date ? words.ended(showDate(unit.lifeTo)) : words.notYet(showDate(unit.lifeFrom))
  return (
    <Page
      title={unit.name}
      description={[unit.code, termOf(unitKinds, unit.kind, language), termOf(unitLevels, unit.level, language)].join(' · ')}
      crumbs={[{ label: shared.title, ...places.home(date) }, ...unit.path.map((above) => ({ label: above.name, ...places.unit(above.id, date) }))]}
      mark={state !== undefined && <StatusBadge tone="warn">{state}</StatusBadge>}
      actions={
        <>
          <ButtonLink {...places.people({ unit: unit.id, date })} variant="default">
            {words.peopleBelow}
          </ButtonLink>
          {unit.can.manage && (
            <>
              <Button variant="default" disabled={!unit.alive} onClick={() => setOpened('correct')}>
                {acts.correct}
              </Button>
              <Button variant="default" disabled={!unit.alive} onClick={() => setOpened({ act: 'rename' })}>
                {words.reorganise}
              </Button>
              <Button disabled={!unit.alive} leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpened({ act: 'found' })}>
                {words.newSubunit}
              </Button>
            </>
          )}
        </>
      }
    >
      <AsOfNotice asOf={asOf} />
      <ErrorNotice error={error} refusals={refusals} />
      {!unit.alive && (
        <Notice tone="warn">
          <p>{words.notAlive}</p>
        </Notice>
      )}
      <div className="td-panel">
        <Facts
          items={[
            { label: words.shortName, value: unit.shortName },
            { label: words.life, value: shared.fromTo(showDate(unit.lifeFrom), unit.lifeTo === null ? words.now : showDate(unit.lifeTo)) },
            { label: shared.head, value: <Head unit={unit} date={date} /> },
            { label: shared.asOf, value: <AsOfField asOf={asOf} hideLabel /> },
          ]}
        />
      </div>
      <Section
        title={words.posts}
        actions={
          unit.can.manage && (
            <Button size="compact-md" variant="default" disabled={!unit.alive} onClick={() => setOpened('new-post')}>
              {words.newPost}
            </Button>
          )
        }
      >
        <UnitPosts
          unit={unit}
          date={date}
          onAppoint={(post) => setOpened({ appoint: post.id })}
          onEdit={(post) => setOpened({ edit: post.id })}
          onEnd={(post) => setOpened({ end: post.id })}
        />
      </Section>
      <Section title={words.subunits}>
        {unit.subunits.length === 0 ? <p className="td-quiet">{words.noSubunits}</p> : <Subunits unit={unit} date={date} />}
      </Section>
      <UnitPast unit={unit} />
      <Dialogs opened={opened} unit={unit} asOf={asOf} onClose={close} />
    </Page>
  )
}

function Head({ unit, date }: { unit: UnitView; date: string | undefined }) {
  const { noHead } = useText(organisationText)
  const heads = unit.posts.filter((post) => post.role === 'head').flatMap((post) => post.holders)
  const head = heads[0]
  return head === undefined ? <span className="td-quiet">{noHead}</span> : <Link {...places.person(head.person.id, date)}>{head.person.fullName}</Link>
}

function Subunits({ unit, date }: { unit: UnitView; date: string | undefined }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <DataTable
      caption={words.subunits}
      rows={unit.subunits}
      rowKey={(child) => child.id}
      columns={[
        { key: 'name', header: shared.unit, cell: (child) => <Link {...places.unit(child.id, date)}>{child.name}</Link> },
        { key: 'kind', header: shared.kind, cell: (child) => termOf(unitKinds, child.kind, language), hideOnPhone: true },
        { key: 'head', header: shared.head, cell: (child) => (child.head === null ? '' : <Link {...places.person(child.head.id, date)}>{child.head.fullName}</Link>) },
        { key: 'people', header: shared.headcount, align: 'right', cell: (child) => child.people },
      ]}
    />
  )
}

function Dialogs({ opened, unit, asOf, onClose }: { opened: Opened | undefined; unit: UnitView; asOf: AsOf; onClose: () => void }) {
  if (opened === undefined) return null
  if (opened === 'correct') return <CorrectUnitDialog unit={unit} onClose={onClose} />
  if (opened === 'new-post') return <PostDialog unit={unit} post={undefined} onClose={onClose} />
  if ('act' in opened) return <UnitChangeDialog unit={unit} first={opened.act} day={asOf.day} onClose={onClose} />
  const postId = 'appoint' in opened ? opened.appoint : 'edit' in opened ? opened.edit : opened.end
  const post: PostView | undefined = unit.posts.find((known) => known.id === postId)
  if (post === undefined) return null
  if ('appoint' in opened) return <AppointDialog post={post} day={asOf.day} onClose={onClose} />
  if ('edit' in opened) return <PostDialog unit={unit} post={post} onClose={onClose} />
  return <EndPostDialog post={post} onClose={onClose} />
}
