import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Stat, Stats } from '#ui/figures.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { sheetFileOutcomes, sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useFile } from '../results/use-file.ts'
import { CellProblems } from './cell-problems.tsx'
import type { CheckedFile } from './checked-file.ts'
import { sheetFileText } from './messages.ts'
import { SheetChanges } from './sheet-changes.tsx'

type FileSheet = CheckedFile['sheets'][number]

interface FilePreviewProps {
  campaignId: CampaignId
  campaignName: string
  checked: CheckedFile
  /** How many sheets were stored; undefined before. */
  stored: number | undefined
  busy: boolean
  error: unknown
  onConfirm: (chosen: FileSheet[]) => void
}

const keyOf = (sheet: FileSheet): string => `${sheet.rater} ${sheet.person.id}`

/** What a file would change, sheet by sheet; a sheet changed on the screen too is taken only when ticked. */
export function FilePreview({ campaignId, campaignName, checked, stored, busy, error, onConfirm }: FilePreviewProps) {
  const words = useText(sheetFileText)
  const { refusals } = useText(evaluationText)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const marked = useFile(sheetFileRoutes.markedSheetFile)
  const { sheets, problems } = checked
  const of = (outcome: FileSheet['outcome']) => sheets.filter((sheet) => sheet.outcome === outcome)
  const chosen = [...of('changed'), ...of('conflict').filter((sheet) => taken.has(keyOf(sheet)))]
  const mayConfirm = stored === undefined && problems.length === 0 && of('changed').length + of('conflict').length > 0
  const toggle = (sheet: FileSheet, take: boolean) => {
    const next = new Set(taken)
    if (take) next.add(keyOf(sheet))
    else next.delete(keyOf(sheet))
    setTaken(next)
  }
  return (
    <Section title={words.step3} description={checked.fileName}>
      <Stats>
        {sheetFileOutcomes.filter((outcome) => of(outcome).length > 0).map((outcome) => (
          <Stat key={outcome} label={words.counts[outcome]} value={of(outcome).length} />
        ))}
      </Stats>
      {stored !== undefined ? (
        <Notice tone="good">
          <p role="status">{words.done(stored)}</p>
          <div>
            <ButtonLink {...places.myWork()} size="compact-md">
              {words.toWork}
            </ButtonLink>
          </div>
        </Notice>
      ) : problems.length > 0 ? (
        <>
          <Notice tone="bad" alert>
            <p>{words.faulty(problems.length)}</p>
            <div>
              <Button
                size="compact-md"
                leftSection={<IconDownload size={18} aria-hidden="true" />}
                loading={marked.busy}
                onClick={() => void marked.act({ input: { params: { campaignId, importId: checked.importId } }, name: words.markedName(campaignName) })}
              >
                {words.marked}
              </Button>
            </div>
          </Notice>
          <ErrorNotice error={marked.error} refusals={refusals} />
          <CellProblems problems={problems} />
        </>
      ) : (
        <>
          {of('conflict').length > 0 && (
            <Notice tone="warn" alert>
              <p>{words.conflicts(of('conflict').length)}</p>
            </Notice>
          )}
          {of('changed').length > 0 ? (
            <Notice tone="info">
              <p>{words.clean(of('changed').length)}</p>
            </Notice>
          ) : (
            of('conflict').length === 0 && (
              <Notice tone="info">
                <p>{words.nothing}</p>
              </Notice>
            )
          )}
          {[...of('conflict'), ...of('changed')].map((sheet) => (
            <SheetChanges key={keyOf(sheet)} title={sheet.rater === 'self' ? `${sheet.person.fullName} (${words.self})` : sheet.person.fullName} sheet={sheet} taken={taken.has(keyOf(sheet))} onTake={(take) => toggle(sheet, take)} />
          ))}
          {of('closed').map((sheet) => (
            <p key={keyOf(sheet)}>
              {sheet.person.fullName} <StatusBadge tone="neutral">{words.outcomes.closed}</StatusBadge>
            </p>
          ))}
        </>
      )}
      <ErrorNotice error={error} refusals={refusals} />
      {mayConfirm && (
        <div className="td-row">
          <Button loading={busy} disabled={chosen.length === 0} onClick={() => onConfirm(chosen)}>
            {words.confirm(chosen.length)}
          </Button>
          {chosen.length === 0 && <span className="td-quiet">{words.pickOne}</span>}
        </div>
      )}
    </Section>
  )
}
