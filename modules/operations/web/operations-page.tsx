import type { z } from 'zod'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showBytes, showMoment } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { operationsRoutes } from '../contract/routes.ts'
import { operationsText } from './messages.ts'

type Status = z.output<(typeof operationsRoutes.operationsStatus)['reply']>
type Backup = Status['backups']['recent'][number]

/** Tình trạng hệ thống: what an administrator looks at in the morning, worst first. */
export function OperationsPage() {
  const words = useText(operationsText)
  const { data, error, refetch } = useLoad(operationsRoutes.operationsStatus, {})
  return (
    <Page title={words.title} description={words.description}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={8} />}
      {data !== undefined && <Shown status={data} />}
    </Page>
  )
}

function Shown({ status }: { status: Status }) {
  const words = useText(operationsText)
  const { program, database, disks, backups, certificate, ledger } = status
  return (
    <>
      <Concerns status={status} />
      <Section title={words.backups}>
        <Facts
          items={[
            { label: words.lastVerified, value: backups.lastVerified === null ? words.never : showMoment(backups.lastVerified.takenAt) },
            { label: words.plan, value: backups.plannedMinute === null ? words.notPlanned : words.planned(timeOf(backups.plannedMinute)) },
          ]}
        />
        <DataTable
          caption={words.backupsCaption}
          columns={useColumns()}
          rows={backups.recent}
          rowKey={(row) => row.file}
          empty={
            <div className="td-panel">
              <EmptyState title={words.noBackups}>{words.noBackupsBody}</EmptyState>
            </div>
          }
        />
      </Section>
      <Section title={words.program}>
        <Facts
          items={[
            { label: words.version, value: `${program.version} (Node.js ${program.node})` },
            { label: words.runningSince, value: showMoment(program.startedAt) },
            { label: words.memory, value: showBytes(program.memoryBytes) },
            { label: words.ledger, value: ledger.unsealed === 0 ? words.sealed : words.unsealed(String(ledger.unsealed)) },
            { label: words.certificate, value: certificate === null ? words.noCertificate : `${certificate.names || certificate.subject} · ${words.certificateEnds} ${showMoment(certificate.validTo)}` },
          ]}
        />
      </Section>
      <Section title={words.database}>
        <Facts
          items={[
            { label: words.databaseKind, value: (database.embedded ? words.embedded : words.external)(database.version) },
            { label: words.size, value: showBytes(database.bytes) },
            { label: words.connections, value: String(database.connections) },
            { label: words.migration, value: `${database.lastMigration} · ${showMoment(database.migratedAt)}` },
            ...disks.map((disk) => ({ label: `${words.disks}: ${disk.folder}`, value: words.free(showBytes(disk.freeBytes), showBytes(disk.totalBytes)) })),
          ]}
        />
      </Section>
    </>
  )
}

function Concerns({ status }: { status: Status }) {
  const words = useText(operationsText)
  if (status.concerns.length === 0) {
    return (
      <Notice tone="good" title={words.allWell}>
        {words.allWellBody}
      </Notice>
    )
  }
  return (
    <Section title={words.toDo}>
      {status.concerns.map(({ kind, grave }) => (
        <Notice key={kind} tone={grave ? 'bad' : 'warn'} {...(grave ? { title: words.grave } : {})}>
          {words.concerns[kind]}
        </Notice>
      ))}
    </Section>
  )
}

function useColumns(): readonly Column<Backup>[] {
  const words = useText(operationsText)
  return [
    { key: 'taken', header: words.taken, lead: true, cell: (row) => showMoment(row.takenAt) },
    { key: 'purpose', header: words.purpose, cell: (row) => words.purposes[row.purpose] },
    { key: 'verified', header: words.verified, cell: (row) => <StatusBadge tone={row.verifiedAt === null ? 'warn' : 'good'}>{row.verifiedAt === null ? words.verifiedNo : words.verifiedYes}</StatusBadge> },
    { key: 'content', header: words.content, cell: (row) => [words.contentOf(row.rows.toLocaleString('vi'), row.storedFiles.toLocaleString('vi')), ...(row.damaged > 0 ? [words.damaged(row.damaged)] : [])].join('; ') },
    { key: 'size', header: words.size, cell: (row) => showBytes(row.bytes) },
  ]
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
