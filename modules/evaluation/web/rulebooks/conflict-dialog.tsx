import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/client.ts'
import { keyOf } from '#platform/web/load.ts'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { readSource } from '../../domain/rulebook/edit-source.ts'
import { lineDifference } from './line-difference.ts'
import { mergeTexts } from './merge-texts.ts'
import { rulebooksText } from './messages.ts'
import type { Edition, EditionDraft } from './use-edition-draft.ts'
import c from './rulebooks.module.css'

const mostLines = 400

/** Two texts of one draft: what is saved and what is on this machine. Nothing is lost before one is chosen. */
export function ConflictDialog({ edition, draft, onClose }: { edition: Edition; draft: EditionDraft; onClose: () => void }) {
  const words = useText(rulebooksText).conflict
  const { autosave } = draft
  const input = { params: { editionId: edition.id } }
  // What is stored this moment, not what the page began with.
  const loaded = useQuery({ queryKey: [...keyOf(editionRoutes.getEdition, input), 'conflict'], queryFn: ({ signal }) => call(editionRoutes.getEdition, input, { signal }), gcTime: 0 })
  const { data } = loaded
  const lines = data === undefined ? [] : lineDifference(autosave.value, data.source)
  // What is typed here was begun from the text last known to be stored.
  const merged = data === undefined ? null : mergeTexts(autosave.stored().value, autosave.value, data.source)
  const both = merged === null || merged === data?.source || readSource(merged).value === null ? null : merged
  const keepCopy = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([autosave.value], { type: 'application/yaml' }))
    link.download = `${edition.rulebookId}-${edition.number}.yaml`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className="td-stack">
        <ErrorNotice error={loaded.error} onRetry={() => void loaded.refetch()} />
        {data === undefined && loaded.error === null && <LoadingRows rows={6} />}
        {data !== undefined && (
          <>
            <p>
              {words.body(data.edition.changedBy?.fullName ?? words.somebody)} ({showMoment(data.edition.changedAt)})
            </p>
            {lines.length === 0 && <p className="td-quiet">{words.same}</p>}
            {lines.length > 0 && <p className="td-quiet td-small">{both === null ? words.overlap : words.apart}</p>}
            {lines.length > 0 && (
              <div className={c.diff} tabIndex={0} role="region" aria-label={words.compare}>
                {lines.slice(0, mostLines).map((each, i) => (
                  <div key={i} data-side={each.side}>
                    {each.line} {each.side === 'mine' ? `+ ${words.mine}: ` : `− ${words.theirs}: `}
                    {each.text}
                  </div>
                ))}
                {lines.length > mostLines && <div>{words.more(lines.length - mostLines)}</div>}
              </div>
            )}
            <DialogActions>
              <Button variant="subtle" onClick={keepCopy}>
                {words.keepCopy}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  autosave.takeTheirs({ value: data.source, version: data.edition.version })
                  onClose()
                }}
              >
                {words.takeTheirs}
              </Button>
              <Button
                {...(both === null ? {} : { variant: 'default' })}
                onClick={() => {
                  void autosave.keepMine({ value: data.source, version: data.edition.version })
                  onClose()
                }}
              >
                {words.keepMine}
              </Button>
              {both !== null && (
                <Button
                  onClick={() => {
                    void autosave.keepMine({ value: data.source, version: data.edition.version }, both)
                    onClose()
                  }}
                >
                  {words.keepBoth}
                </Button>
              )}
            </DialogActions>
          </>
        )}
      </div>
    </Dialog>
  )
}
