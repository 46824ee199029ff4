import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { UnitId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { keyOf, useRefresh } from '#platform/web/load.ts'
import { readKept } from '#platform/web/offline/kept-reads.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ReadNotice } from '#ui/read-notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { FileButton } from '../results/file-button.tsx'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { sheetText } from '../sheet/messages.ts'
import { SendBackDialog } from '../sheet/send-back-dialog.tsx'
import { SheetReturned } from '../sheet/sheet-status.tsx'
import { LevelDialog } from './level-dialog.tsx'
import { unitsText } from './messages.ts'
import { UnitStatusBadge } from './round-status.tsx'
import type { UnitFile } from './round-types.ts'
import { UnitSheetForm } from './unit-sheet-form.tsx'
import { UnitSheetReader } from './unit-sheet-reader.tsx'
import { UnitTotal } from './unit-total.tsx'
import { UnsentUnitSheet } from './unsent-unit-sheet.tsx'
import c from './units.module.css'

/** One organisation in a round: its sheets, what it waits for, the decision, and whom the level touches. */
export function UnitFilePage() {
  const words = useText(unitsText)
  const unitCampaignId = useParam('unitCampaignId')
  const unitId = useParam('unitId')
  const input = { params: { unitCampaignId: unitCampaignId as UnitFile['campaign']['id'], unitId: unitId as UnitId } }
  // Never from an earlier visit: the form starts from what is stored now, as with a person's sheet.
  const read = useQuery({
    queryKey: keyOf(evaluationRoutes.getUnitFile, input),
    queryFn: ({ signal, client, queryKey }) => readKept(client, queryKey, evaluationRoutes.getUnitFile, input, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  const { data: file, error, refetch } = read
  const { rulebook } = useRulebook(file?.campaign.rulebook.id, file?.campaign.rulebook.version)
  const crumbs = [{ label: words.list.title, to: places.rounds().to }, ...(file === undefined ? [] : [{ label: file.campaign.name, to: places.round(unitCampaignId).to }])]
  if (file === undefined || file.node.unit.id !== unitId || rulebook === undefined) {
    return (
      <Page title={words.list.title} crumbs={crumbs}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return <FileBody key={unitId} file={file} rulebook={rulebook} crumbs={crumbs} notice={<ReadNotice error={error} readAt={read.dataUpdatedAt} onRetry={() => void refetch()} />} />
}

function FileBody({ file, rulebook, crumbs, notice }: { file: UnitFile; rulebook: CompiledRulebook; crumbs: { label: string; to: string }[]; notice: ReactNode }) {
  const all = useText(unitsText)
  const words = all.file
  const language = useLanguage()
  const { sendBack } = useText(sheetText)
  const refresh = useRefresh()
  const [deciding, setDeciding] = useState<'decide' | 'replace'>()
  const [returning, setReturning] = useState(false)
  const { node, campaign } = file
  const own = file.can.includes('save_recogniser') ? 'recogniser' : file.can.includes('save_self') ? 'self' : undefined
  const returns = (['return_self', 'return_score'] as const).find((act) => file.can.includes(act))
  const sheetOf = (rater: 'self' | 'recogniser') => file.sheets.find((sheet) => sheet.rater === rater)
  return (
    <Page
      title={node.unit.name}
      mark={<UnitStatusBadge status={node.status} />}
      description={`${campaign.name} · ${campaign.period.label[language]}`}
      crumbs={crumbs}
      actions={
        <>
          <ButtonLink {...places.round(campaign.id)} variant="default">
            {words.toTree}
          </ButtonLink>
          {file.preview !== null && (
            <FileButton route={evaluationRoutes.unitForm} input={{ params: { unitCampaignId: campaign.id }, query: { unitId: node.unit.id } }} name={`phieu-xep-loai-${campaign.period.from.slice(0, 7)}.pdf`}>
              {words.print}
            </FileButton>
          )}
          <TakeBack file={file} />
          {returns !== undefined && (
            <Button variant="default" onClick={() => setReturning(true)}>
              {sendBack.button}
            </Button>
          )}
          {file.can.includes('decide') && <Button onClick={() => setDeciding('decide')}>{words.decide}</Button>}
          {file.can.includes('replace') && (
            <Button variant="default" onClick={() => setDeciding('replace')}>
              {words.replace}
            </Button>
          )}
        </>
      }
    >
      {notice}
      <div className="td-panel">
        <Facts
          items={[
            { label: all.round.self, value: node.self?.fullName ?? '—' },
            { label: all.round.recogniser, value: node.recogniser?.fullName ?? '—' },
            { label: all.round.level, value: <LevelMark rulebook={rulebook} level={node.decidedLevel} /> },
          ]}
        />
      </div>
      {node.waitsFor.length > 0 && <Notice tone="info">{words.lower(node.waitsFor.map((unit) => unit.name).join(', '))}</Notice>}
      <Below file={file} rulebook={rulebook} />
      {own === undefined ? (
        <>
          <UnsentUnitSheet file={file} rulebook={rulebook} />
          {(node.status === 'self_scoring' || node.status === 'scoring') && <SheetReturned returned={file.returned} />}
          <UnitSheetReader file={file} rulebook={rulebook} />
          {file.preview !== null && <UnitTotal rulebook={rulebook} total={file.preview.total} level={file.preview.level} reasons={file.preview.reasons} />}
        </>
      ) : (
        <UnitSheetForm key={own} file={file} rulebook={rulebook} rater={own} own={sheetOf(own)} other={own === 'recogniser' ? sheetOf('self') : undefined} />
      )}
      <Records file={file} rulebook={rulebook} />
      <Effects file={file} rulebook={rulebook} />
      {returning && returns !== undefined && (
        <SendBackDialog
          receiver={(returns === 'return_self' ? node.self : node.recogniser)?.fullName ?? ''}
          send={(reason, options) => call(evaluationRoutes.returnUnitSheet, { params: { unitCampaignId: campaign.id, unitId: node.unit.id }, body: { version: node.version, reason } }, options)}
          onSent={() => void refresh(evaluationRoutes.getUnitFile, evaluationRoutes.getUnitCampaign, evaluationRoutes.myWork)}
          onClose={() => setReturning(false)}
        />
      )}
      {deciding !== undefined && <LevelDialog file={file} rulebook={rulebook} replaces={deciding === 'replace'} onClose={() => setDeciding(undefined)} />}
    </Page>
  )
}

function TakeBack({ file }: { file: UnitFile }) {
  const words = useText(unitsText).file
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const act = file.can.includes('take_back_self') ? 'take_back_self' : file.can.includes('take_back_score') ? 'take_back_score' : undefined
  const command = useAct(
    (which: 'take_back_self' | 'take_back_score', options) => call(evaluationRoutes.actOnUnitFile, { params: { unitCampaignId: file.campaign.id, unitId: file.node.unit.id }, body: { version: file.node.version, act: which } }, options),
    () => {
      if (act !== undefined) toast(words.sent[act])
      void refresh(evaluationRoutes.getUnitFile, evaluationRoutes.getUnitCampaign, evaluationRoutes.myWork)
    },
  )
  if (act === undefined) return <ErrorNotice error={command.error} refusals={refusals} />
  return (
    <Button variant="default" loading={command.busy} onClick={() => void command.act(act)}>
      {words.back[act]}
    </Button>
  )
}

/** The direct sub-units with their levels, from which the failing ones are counted (article 8.1b). */
function Below({ file, rulebook }: { file: UnitFile; rulebook: CompiledRulebook }) {
  const words = useText(unitsText).file
  const language = useLanguage()
  const known = rulebook.facts.filter((fact) => fact.type === 'number' && fact.id !== 'year' && file.derivedFacts[fact.id] !== undefined)
  if (file.below.length === 0 && known.length === 0) return null
  return (
    <Section title={words.known} description={words.knownNote}>
      <div className="td-stack-tight">
        <Facts items={known.map((fact) => ({ label: fact.name[language], value: String(file.derivedFacts[fact.id]) }))} />
        <h3>{words.below}</h3>
        {file.below.length === 0 ? (
          <p className="td-quiet">{words.belowNone}</p>
        ) : (
          <ul className={c.list}>
            {file.below.map(({ unit, level }) => (
              <li key={unit.id}>
                {unit.name}: {level === null ? <span className="td-quiet">{words.notDecided}</span> : <LevelMark rulebook={rulebook} level={level} />}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}

function Records({ file, rulebook }: { file: UnitFile; rulebook: CompiledRulebook }) {
  const words = useText(unitsText).file
  const language = useLanguage()
  if (file.records.length === 0) return null
  return (
    <Section title={words.records}>
      <ul className={c.list}>
        {file.records.map((record) => (
          <li key={record.id}>
            <LevelMark rulebook={rulebook} level={record.decidedLevel} /> <StatusBadge tone={record.inForce ? 'good' : 'neutral'}>{record.inForce ? words.inForce : words.replacedMark}</StatusBadge>
            <div className="td-quiet td-small">
              {words.recordBy(record.decidedBy.fullName, showMoment(record.decidedAt))}
              {record.total !== null && ` · ${words.total} ${showDecimal(record.total, language)}`} · {words.provisional}: {rulebook.levels.find((level) => level.id === record.provisionalLevel)?.name[language] ?? record.provisionalLevel}
            </div>
            {record.decisionReason !== '' && <p>{record.decisionReason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whose level this one bounds or feeds; a decided head above it is marked, never changed. */
function Effects({ file, rulebook }: { file: UnitFile; rulebook: CompiledRulebook }) {
  const words = useText(unitsText).file
  const { heads, unitAbove } = file.effects
  if (!file.can.includes('decide') && !file.can.includes('replace') && !file.campaign.manages && heads.length === 0) return null
  return (
    <Section title={words.effects}>
      {heads.length === 0 && unitAbove === null && <p className="td-quiet">{words.noEffects}</p>}
      <ul className={c.list}>
        {heads.map((head) => (
          <li key={`${head.campaignId}${head.person.id}`}>
            <Link {...places.result(head.campaignId, head.person.id)}>{head.person.fullName}</Link> <span className="td-quiet td-small">{words.effectHead(head.campaignName)}</span>{' '}
            {head.level === null ? <span className="td-quiet">{words.effectWaits}</span> : <LevelMark rulebook={rulebook} level={head.level} />}{' '}
            {head.above && <StatusBadge tone="bad">{words.effectAbove}</StatusBadge>}
          </li>
        ))}
        {unitAbove !== null && (
          <li>
            {unitAbove.unit.name} <span className="td-quiet td-small">{words.effectUnit}</span>
          </li>
        )}
      </ul>
    </Section>
  )
}
