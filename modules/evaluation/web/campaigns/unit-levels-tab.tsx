import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { adjustableStatuses } from '../../domain/campaign.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { WaitsForUnit } from '../units/unit-bound-notice.tsx'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'

type UnitLevel = z.output<(typeof evaluationRoutes.listUnitLevels)['reply']>['levels'][number]

/** Levels decided for organisations, which bound their heads (article 20.6). */
export function UnitLevelsTab({ campaign, rulebook }: { campaign: Campaign; rulebook: CompiledRulebook | undefined }) {
  const words = useText(campaignsText).units
  const [recording, setRecording] = useState<UnitLevel>()
  const list = useLoad(evaluationRoutes.listUnitLevels, { params: { campaignId: campaign.id } })
  const levels = list.data?.levels ?? []
  const mayRecord = campaign.manages && adjustableStatuses.includes(campaign.status)
  const columns: Column<UnitLevel>[] = [
    { key: 'unit', header: words.unit, lead: true, cell: (row) => row.unit.name },
    { key: 'level', header: words.level, width: '260px', cell: (row) => <Bound row={row} rulebook={rulebook} /> },
    { key: 'note', header: words.note, cell: (row) => row.note },
    ...(mayRecord
      ? [
          {
            key: 'actions',
            header: words.actions,
            width: '110px',
            actions: true,
            cell: (row: UnitLevel) => row.bound.unitCampaignId !== null ? <ButtonLink {...places.round(row.bound.unitCampaignId)} size="compact-sm" variant="light">{words.round}</ButtonLink> : (
              <Button size="compact-sm" variant="light" onClick={() => setRecording(row)} aria-label={`${row.level === null ? words.record : words.change}: ${row.unit.name}`}>
                {row.level === null ? words.record : words.change}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <div className="td-stack">
      <p className="td-quiet">
        {words.hint} {list.data !== undefined && words.recordedOf(levels.filter((row) => row.level !== null).length, levels.length)}
      </p>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <LoadingRows />}
      {list.data !== undefined && <DataTable caption={words.caption} columns={columns} rows={levels} rowKey={(row) => row.unit.id} empty={<EmptyState title={words.none} />} />}
      {recording !== undefined && rulebook !== undefined && <RecordDialog campaign={campaign} rulebook={rulebook} row={recording} onClose={() => setRecording(undefined)} />}
    </div>
  )
}

/** The level that bounds the heads, with what it overrules; a link where a round has yet to decide. */
function Bound({ row, rulebook }: { row: UnitLevel; rulebook: CompiledRulebook | undefined }) {
  const words = useText(campaignsText).units
  const { bound } = row
  if (bound.kind === 'none') return <span className="td-quiet">{words.unset}</span>
  if (bound.kind === 'waits' && bound.unitCampaignId !== null) return <WaitsForUnit waits={{ unit: row.unit, unitCampaignId: bound.unitCampaignId }} />
  if (bound.kind === 'conflict') return <span>{words.conflict}</span>
  return (
    <span className="td-stack-tight">
      <LevelMark rulebook={rulebook} level={bound.level} />
      {bound.recorded !== null && (
        <span className="td-small">
          {words.overruled} <LevelMark rulebook={rulebook} level={bound.recorded} />
        </span>
      )}
    </span>
  )
}

function RecordDialog({ campaign, rulebook, row, onClose }: { campaign: Campaign; rulebook: CompiledRulebook; row: UnitLevel; onClose: () => void }) {
  const words = useText(campaignsText).units
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [level, setLevel] = useState(row.level)
  const [note, setNote] = useState(row.note)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { version: number; level: string; note: string }, options) =>
      call(evaluationRoutes.recordUnitLevel, { params: { campaignId: campaign.id, unitId: row.unit.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.listUnitLevels, evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.quotas)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (level !== null && note.trim() !== '') void act({ version: row.version, level, note: note.trim() })
  }
  return (
    <Dialog title={words.title(row.unit.name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.record} busy={busy}>
        <SelectField
          label={words.level}
          value={level}
          onChange={setLevel}
          choices={rulebook.levels.map((each) => ({ value: each.id, label: each.name[language] }))}
          error={tried && level === null ? words.needed.level : undefined}
        />
        <TextField label={words.note} hint={words.noteHint} value={note} onChange={setNote} maxLength={500} error={tried && note.trim() === '' ? words.needed.note : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
