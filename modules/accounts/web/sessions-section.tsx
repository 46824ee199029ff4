import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { Section } from '#ui/page.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type SessionLine } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { securityText } from './security-messages.ts'

/** Where this account is signed in, with a way to end each session and all others at once. */
export function SessionsSection({ sessions }: { sessions: readonly SessionLine[] }) {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const refresh = useRefresh()
  const end = useAct(
    (line: SessionLine, options) => call(accountsRoutes.endSession, { params: { sessionId: line.id } }, options),
    () => {
      toast(words.ended(1))
      void refresh(accountsRoutes.security)
    },
  )
  const endOthers = useAct(
    (_: null, options) => call(accountsRoutes.endOtherSessions, {}, options),
    ({ ended }) => {
      toast(words.ended(ended))
      void refresh(accountsRoutes.security)
    },
  )
  const nameOf = ({ device: { browser, system } }: SessionLine): string =>
    browser === '' && system === '' ? words.unknownDevice : browser === '' || system === '' ? browser + system : words.onSystem(browser, system)
  return (
    <Section title={words.sessions}>
      <p className="td-quiet">{words.sessionsAbout}</p>
      <ErrorNotice error={end.error ?? endOthers.error} refusals={refusals} />
      <DataTable
        caption={words.sessions}
        rows={sessions}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'device',
            header: words.device,
            lead: true,
            cell: (line) => (
              <span className="td-row">
                {nameOf(line)}
                {line.current && <StatusBadge tone="good">{words.here}</StatusBadge>}
                {line.secondFactor && <StatusBadge>{words.twoFactors}</StatusBadge>}
              </span>
            ),
          },
          { key: 'place', header: words.place, cell: (line) => (line.source === '' ? words.places[line.place] : `${words.places[line.place]} (${line.source})`) },
          { key: 'began', header: words.began, cell: (line) => showMoment(line.beganAt) },
          { key: 'seen', header: words.seen, cell: (line) => showMoment(line.seenAt) },
          {
            key: 'end',
            header: words.actions,
            actions: true,
            cell: (line) =>
              line.current ? null : (
                <Button size="compact-sm" variant="subtle" loading={end.busy} aria-label={words.endOf(nameOf(line))} onClick={() => void end.act(line)}>
                  {words.end}
                </Button>
              ),
          },
        ]}
      />
      <div>
        <Button variant="default" loading={endOthers.busy} onClick={() => void endOthers.act(null)}>
          {words.endOthers}
        </Button>
      </div>
    </Section>
  )
}
