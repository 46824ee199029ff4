import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { useDifferenceWords } from './difference-words.ts'
import { sheetText } from './messages.ts'
import { differenceKey, differencesOf, mergeSheets, proposedSides, type Side } from './sheet-content.ts'
import c from './conflict-dialog.module.css'

interface ConflictDialogProps {
  rulebook: CompiledRulebook
  group: string
  /** What both versions began from. */
  base: SheetContent
  mine: SheetContent
  theirs: SheetContent
  theirsSavedAt: string | null
  onKeep: (merged: SheetContent) => void
  onClose: () => void
}

/** Two versions of one sheet side by side; the person chooses entry by entry, and nothing is lost before the button. */
export function ConflictDialog({ rulebook, group, base, mine, theirs, theirsSavedAt, onKeep, onClose }: ConflictDialogProps) {
  const words = useText(sheetText)
  const differences = differencesOf(mine, theirs)
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() => proposedSides(base, mine, theirs))
  const all = (side: Side) => setSides(Object.fromEntries(differences.map((one) => [differenceKey(one), side])))
  const { nameOf, show } = useDifferenceWords(rulebook, group)
  return (
    <Dialog title={words.conflict.title} onClose={onClose} wide>
      <div className="td-stack">
        <p>{words.conflict.body}</p>
        {differences.length === 0 ? (
          <p className="td-quiet">{words.conflict.same}</p>
        ) : (
          <>
            <div className="td-row">
              <Button variant="default" size="compact-sm" onClick={() => all('mine')}>
                {words.conflict.allMine}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => all('theirs')}>
                {words.conflict.allTheirs}
              </Button>
              {theirsSavedAt !== null && <span className="td-quiet td-small">{words.conflict.savedAt(showMoment(theirsSavedAt))}</span>}
            </div>
            {differences.map((one) => {
              const key = differenceKey(one)
              return (
                <fieldset key={key} className={c.entry}>
                  <legend>{nameOf(one)}</legend>
                  <div className={c.sides}>
                    {(['mine', 'theirs'] as const).map((side) => (
                      <label key={side} className={c.side} data-checked={sides[key] === side || undefined}>
                        <span className={c.choice}>
                          <input type="radio" name={key} checked={sides[key] === side} onChange={() => setSides({ ...sides, [key]: side })} />
                          {words.conflict[side]}
                        </span>
                        <span className={c.text}>{show(one, side)}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              )
            })}
          </>
        )}
        <DialogActions>
          <Button onClick={() => onKeep(mergeSheets(mine, theirs, sides))}>{words.conflict.keep}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
