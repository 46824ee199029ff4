import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { upload } from '#platform/web/upload.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { Fold } from '../campaigns/fold.tsx'
import { evaluationText } from '../messages.ts'
import { FileButton } from '../results/file-button.tsx'
import { CellProblems } from '../sheet-file/cell-problems.tsx'
import { sheetFileText } from '../sheet-file/messages.ts'
import { SheetChanges } from '../sheet-file/sheet-changes.tsx'
import { ratersText } from './messages.ts'
import type { RatingFileView, Points, Ratings } from './rating-view.ts'

const mostBytes = 10_000_000

/** One person's points as the file has them. */
export interface FiledPoints {
  readonly personId: PersonId
  readonly points: Points
  readonly comment: string
}

interface RatingFileProps {
  data: Ratings
  /** Stores what waits before the file is compared with it; false when that failed. */
  beforeReading?: () => Promise<boolean>
  /** Puts points of the file into the table on this page; sending them on is another act. */
  onTake: (sheets: readonly FiledPoints[]) => void
}

/** The people one rates as a workbook, out and back into the table on this page. */
export function RatingFile({ data, beforeReading, onTake }: RatingFileProps) {
  const words = useText(ratersText).file
  const common = useText(sheetFileText)
  const { refusals } = useText(evaluationText)
  const params = { campaignId: data.campaign.id, kind: data.kind.id }
  const [file, setFile] = useState<File>()
  const [read, setRead] = useState<RatingFileView>()
  const [share, setShare] = useState<number>()
  const [taken, setTaken] = useState<ReadonlySet<PersonId>>(new Set())
  const reading = useAct(async (chosen: File, { requestId }) => {
    if ((await beforeReading?.()) === false) return undefined
    return upload(evaluationRoutes.readRatingFile, { params, body: chosen }, { requestId, onProgress: setShare })
  }, setRead)
  const choose = async (chosen: File) => {
    setRead(undefined)
    setTaken(new Set())
    setFile(chosen)
    setShare(0)
    await reading.act(chosen)
    setShare(undefined)
  }
  const shown = read === undefined || read.problems.length > 0 ? [] : read.sheets.filter((sheet) => sheet.points !== null)
  const chosen = shown.filter((sheet) => sheet.outcome === 'changed' || taken.has(sheet.person.id))
  const take = () => {
    onTake(chosen.map((sheet) => ({ personId: sheet.person.id, points: sheet.points ?? {}, comment: sheet.comment })))
    toast(words.taken(chosen.length))
    setRead(undefined)
  }
  return (
    <Fold title={words.title}>
      <div className="td-stack-tight">
        <p className="td-quiet td-small">{data.kind.anonymous ? words.unnamed : words.named}</p>
        <div className="td-row">
          <FileButton route={evaluationRoutes.exportRatings} input={{ params }} name={words.fileName(data.campaign.name)} kind="download">
            {words.download}
          </FileButton>
        </div>
        <FileDrop label={words.upload} accept={['.xlsx']} maxBytes={mostBytes} onFile={(next) => void choose(next)} progress={share} fileName={share === undefined ? undefined : file?.name} />
        <ErrorNotice error={reading.error} refusals={refusals} />
        {read !== undefined && read.problems.length > 0 && file !== undefined && (
          <>
            <Notice tone="bad" alert>
              <p>{words.faulty(read.problems.length)}</p>
              <FileButton route={evaluationRoutes.markedRatingFile} input={{ params, body: file }} name={common.markedName(data.campaign.name)} kind="download">
                {common.marked}
              </FileButton>
            </Notice>
            <CellProblems problems={read.problems} />
          </>
        )}
        {read !== undefined && read.problems.length === 0 && (
          <>
            {shown.length === 0 && <Notice tone="info">{common.nothing}</Notice>}
            {shown.map((sheet) => (
              <SheetChanges
                key={sheet.person.id}
                title={sheet.person.fullName}
                sheet={sheet}
                taken={taken.has(sheet.person.id)}
                onTake={(wanted) => setTaken((now) => new Set(wanted ? [...now, sheet.person.id] : [...now].filter((id) => id !== sheet.person.id)))}
              />
            ))}
            {shown.length > 0 && (
              <div className="td-row">
                <Button variant="default" disabled={chosen.length === 0} onClick={take}>
                  {words.take(chosen.length)}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Fold>
  )
}
