import { Outlet } from '@tanstack/react-router'
import { IconBooks, IconChecklist, IconClipboardCheck, IconInbox, IconKey, IconListCheck, IconNews, IconServer, IconShieldLock, IconSitemap } from '#ui/icons.tsx'
import { Suspense, useMemo, type ReactNode } from 'react'
import type { Permission } from '#kernel/permission.ts'
import { AccountMenu, ApprovalActs, AskedDialog, GuardBar, InvitationPage, ReturnPage, SetUpPage, SignInAgainDialog, SignInPage, useSessionQuery } from '#modules/accounts/web/index.ts'
import { EvaluationHistory, OtherWorkContext } from '#modules/evaluation/web/index.ts'
import { ledgerPlace, readersPlace } from '#modules/ledger/web/index.ts'
import { operationsPlace } from '#modules/operations/web/index.ts'
import { newsroomRights, storiesPlace, useOwnNewsroomWork, useSignsForNewsroom } from '#modules/newsroom/web/index.ts'
import { ClassifiedStubs, OverdueRequestsBar, ownDataPlace, personalDataPlace } from '#modules/personal-data/web/index.ts'
import { PersonPanels, SearchLink, type PersonPanel } from '#modules/organisation/web/index.ts'
import { useAsked } from '#platform/web/asked.ts'
import { useDayNow } from '#platform/web/day-now.ts'
import { DeviceContext, openDevice } from '#platform/web/offline/device.ts'
import { SessionContext, type SignedIn } from '#platform/web/session.ts'
import { AppFrame, entriesOnPhone, type FrameEntry } from '#ui/app-frame.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { signInAgain, useLoginExpired } from '#ui/expired-login.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { PaperStubsContext, type PaperStubsProps } from '#ui/paper-stubs.ts'
import { useText } from '#ui/text.ts'
import { senders } from '../modules.ts'
import { approvalActs } from './approval-acts.ts'
import { LinkBar, unsentPlace } from './link-bar.tsx'
import { shellText } from './messages.ts'
import { useKeptSession } from './use-kept-session.ts'

/** What stands around every page: first set-up, sign-in, or the frame with navigation. */
export function Shell() {
  const Door = doors[location.pathname]
  return Door === undefined ? (
    <InnerShell />
  ) : (
    <Suspense>
      <Door />
    </Suspense>
  )
}

/** Addresses that open before anybody is signed in, whoever is. */
const doors: Readonly<Record<string, typeof InvitationPage>> = { '/invitation': InvitationPage, '/sign-in/return': ReturnPage }

function InnerShell() {
  const session = useSessionQuery()
  if (session.data === undefined) {
    return session.error ? (
      <div style={{ padding: 24 }}>
        <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
      </div>
    ) : null
  }
  if (session.data.signedIn) return <SignedInShell actor={session.data.actor} said={session.data.today} saidAt={session.dataUpdatedAt} />
  return <Suspense>{session.data.setUp === 'needed' ? <SetUpPage /> : <SignInPage elsewhere={session.data.elsewhere} />}</Suspense>
}

function SignedInShell({ actor, said, saidAt }: { actor: Omit<SignedIn, 'today'>; said: SignedIn['today']; saidAt: number }) {
  const words = useText(shellText)
  const expired = useLoginExpired()
  const asked = useAsked()
  const today = useDayNow(said, saidAt)
  const session = useMemo<SignedIn>(() => ({ ...actor, today }), [actor, today])
  const navigation = entriesFor(session.permissions, useSignsForNewsroom(session), words)
  const device = useMemo(() => openDevice(session.accountId, { senders, signInAgain }), [session.accountId])
  useKeptSession(device, session)
  return (
    <SessionContext value={session}>
      <DeviceContext value={device}>
        <AppFrame
          product={words.product}
          owner={session.tenantName}
          entries={navigation}
          account={<AccountMenu more={[...navigation.slice(entriesOnPhone), ...(session.personId === null ? [] : [{ to: readersPlace, label: words.readers }]), { to: ownDataPlace, label: words.ownData }, { to: unsentPlace, label: words.offline }]} />}
          tools={<SearchLink />}
          notice={
            <Suspense>
              <LinkBar />
              {(session.withheld.length > 0 || session.waiting > 0) && <GuardBar />}
              {session.permissions.includes('personal-data:manage') && <OverdueRequestsBar />}
            </Suspense>
          }
        >
          <PersonPanels value={personPanels}>
            <ApprovalActs value={approvalActs}>
              <PaperStubsContext value={drawStubs}>
                <OtherWorkContext value={useOwnNewsroomWork}>
                  <Suspense fallback={<LoadingRows />}>
                    <Outlet />
                  </Suspense>
                </OtherWorkContext>
              </PaperStubsContext>
            </ApprovalActs>
          </PersonPanels>
        </AppFrame>
        {asked !== undefined && (
          <Suspense>
            <AskedDialog question={asked} />
          </Suspense>
        )}
        {expired && (
          <Suspense>
            <SignInAgainDialog />
          </Suspense>
        )}
      </DeviceContext>
    </SessionContext>
  )
}

/** Stubs of classified papers, wherever papers are added. */
function drawStubs(props: PaperStubsProps): ReactNode {
  return (
    <Suspense>
      <ClassifiedStubs {...props} />
    </Suspense>
  )
}

/** What other modules show on a person's page, in this order. */
const personPanels: readonly PersonPanel[] = [EvaluationHistory]

const entries: readonly { to: string; under?: string; words: 'tasks' | 'evaluation' | 'catalogue' | 'organisation' | 'logins' | 'ledger' | 'operations' | 'personalData' | 'newsroom'; icon: FrameEntry['icon']; any: readonly Permission[] }[] = [
  { to: '/tasks', words: 'tasks', icon: IconChecklist, any: ['evaluation:self', 'evaluation:assign'] },
  {
    to: '/evaluation',
    words: 'evaluation',
    icon: IconClipboardCheck,
    any: ['evaluation:self', 'evaluation:score', 'evaluation:assign', 'evaluation:manage', 'evaluation:decide'],
  },
  { to: '/catalogue', words: 'catalogue', icon: IconBooks, any: ['evaluation:assign', 'evaluation:manage'] },
  { to: storiesPlace, under: '/newsroom/', words: 'newsroom', icon: IconNews, any: newsroomRights },
  { to: '/organisation', words: 'organisation', icon: IconSitemap, any: ['organisation:read', 'organisation:manage'] },
  { to: '/accounts/logins', words: 'logins', icon: IconKey, any: ['accounts:manage'] },
  { to: ledgerPlace, words: 'ledger', icon: IconListCheck, any: ['ledger:read'] },
  { to: operationsPlace, words: 'operations', icon: IconServer, any: ['operations:watch'] },
  { to: personalDataPlace, words: 'personalData', icon: IconShieldLock, any: ['personal-data:manage'] },
]

/** Navigation by what one may do; the server decides again. */
function entriesFor(permissions: readonly Permission[], signs: boolean, words: typeof shellText.vi): FrameEntry[] {
  const allowed = entries.filter((entry) => entry.any.some((permission) => permissions.includes(permission)) || (signs && entry.to === storiesPlace))
  return [
    { to: '/', label: words.myWork, icon: IconInbox, exact: true },
    ...allowed.map((entry) => ({ to: entry.to, ...(entry.under === undefined ? {} : { under: entry.under }), label: words[entry.words], icon: entry.icon })),
  ]
}
