import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { useDifferenceWords } from './difference-words.ts'
import { differenceKey, differencesOf, mergeSheets, proposedSides } from './sheet-content.ts'
import { VersionsDialog } from './versions-dialog.tsx'

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

/** Two versions of one sheet side by side. */
export function ConflictDialog({ rulebook, group, base, mine, theirs, theirsSavedAt, onKeep, onClose }: ConflictDialogProps) {
  const { nameOf, show } = useDifferenceWords(rulebook, group)
  const differences = differencesOf(mine, theirs).map((one) => ({ key: differenceKey(one), name: nameOf(one), mine: show(one, 'mine'), theirs: show(one, 'theirs') }))
  return (
    <VersionsDialog
      differences={differences}
      proposed={proposedSides(base, mine, theirs)}
      theirsSavedAt={theirsSavedAt}
      onKeep={(sides) => onKeep(mergeSheets(mine, theirs, sides))}
      onClose={onClose}
    />
  )
}
