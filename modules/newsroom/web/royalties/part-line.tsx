import { Button } from '@mantine/core'
import { useText } from '#ui/text.ts'
import { royaltyText } from './messages.ts'
import { showDong, type Part } from './royalty-view.ts'
import c from './royalties.module.css'

/** Whom an item pays, how much; a line that was corrected stays, with what took its place below it. */
export function PartLine({ part, onCorrect }: { part: Part; onCorrect?: (() => void) | undefined }) {
  const words = useText(royaltyText)
  const { person, role, percent, amount, replaced, replaces, reason } = part
  return (
    <li className={c.part} data-replaced={replaced || undefined} data-replaces={replaces !== null || undefined}>
      <span>
        <span className={c.said}>
          {person.name}, {words.roles[role]} {percent}%{amount !== null && `: ${showDong(amount)}`}
        </span>
        {replaced && ` (${words.replaced})`}
        {replaces !== null && <span className="td-quiet td-small"> {words.because(reason)}</span>}
      </span>
      {onCorrect !== undefined && !replaced && (
        <Button size="compact-xs" variant="subtle" onClick={onCorrect} aria-label={words.correctLine(person.name, words.roles[role])}>
          {words.correct}
        </Button>
      )}
    </li>
  )
}
