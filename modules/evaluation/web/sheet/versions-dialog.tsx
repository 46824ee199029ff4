import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { sheetText } from './messages.ts'
import type { Side } from './sheet-content.ts'
import c from './conflict-dialog.module.css'

/** One entry that two versions write differently, in words. */
export interface ShownDifference {
  readonly key: string
  readonly name: string
  readonly mine: string
  readonly theirs: string
}

interface VersionsDialogProps {
  differences: readonly ShownDifference[]
  /** The side proposed for each. */
  proposed: Readonly<Record<string, Side>>
  theirsSavedAt: string | null
  onKeep: (sides: Readonly<Record<string, Side>>) => void
  onClose: () => void
}

/** Two versions of one thing side by side; the person chooses entry by entry, and nothing is lost before the button. */
export function VersionsDialog({ differences, proposed, theirsSavedAt, onKeep, onClose }: VersionsDialogProps) {
  const words = useText(sheetText).conflict
  const [sides, setSides] = useState(proposed)
  const all = (side: Side) => setSides(Object.fromEntries(differences.map((one) => [one.key, side])))
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className="td-stack">
        <p>{words.body}</p>
        {differences.length === 0 ? (
          <p className="td-quiet">{words.same}</p>
        ) : (
          <>
            <div className="td-row">
              <Button variant="default" size="compact-sm" onClick={() => all('mine')}>
                {words.allMine}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => all('theirs')}>
                {words.allTheirs}
              </Button>
              {theirsSavedAt !== null && <span className="td-quiet td-small">{words.savedAt(showMoment(theirsSavedAt))}</span>}
            </div>
            {differences.map((one) => (
              <fieldset key={one.key} className={c.entry}>
                <legend>{one.name}</legend>
                <div className={c.sides}>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <label key={side} className={c.side} data-checked={sides[one.key] === side || undefined}>
                      <span className={c.choice}>
                        <input type="radio" name={one.key} checked={sides[one.key] === side} onChange={() => setSides({ ...sides, [one.key]: side })} />
                        {words[side]}
                      </span>
                      <span className={c.text}>{one[side]}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            ))}
          </>
        )}
        <DialogActions>
          <Button onClick={() => onKeep(sides)}>{words.keep}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
