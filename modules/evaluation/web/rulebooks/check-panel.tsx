import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { rulebooksText } from './messages.ts'
import type { Check, EditionDraft } from './use-edition-draft.ts'
import { ExampleFailures } from './example-failures.tsx'
import { useSourceForm } from './use-source.ts'
import c from './rulebooks.module.css'

/** Whether the draft is sound and its examples hold; each fault leads to its line, each failed example says what came out. */
export function CheckPanel({ draft }: { draft: EditionDraft }) {
  const { check: words } = useText(rulebooksText)
  const form = useSourceForm()
  const { check, checking, checkError } = draft
  // A text that cannot be read is said above; what the checker makes of it says no more.
  if (form.view.faults.length > 0) return null
  return (
    <section className="td-panel" aria-label={words.title}>
      <div className={c.checkLine} role="status" aria-busy={checking && draft.stored}>
        <strong>{words.title}</strong>
        {check !== undefined && (
          <StatusBadge tone={check.passes ? 'good' : 'bad'}>{check.passes ? words.passes(check.examples) : words.fails(check.problems.length, check.failed.length, check.examples)}</StatusBadge>
        )}
        {checking && <span className="td-quiet td-small">{draft.stored ? words.checking : words.waiting}</span>}
      </div>
      <ErrorNotice error={checkError} />
      {check !== undefined && !check.passes && <Faults check={check} />}
    </section>
  )
}

function Faults({ check }: { check: Check }) {
  const form = useSourceForm()
  const words = useText(rulebooksText)
  return (
    <ul className={c.problems}>
      {check.problems.map((problem) => (
        <li key={`${problem.path} ${problem.line} ${problem.message}`}>
          {problem.message} ({words.check.expected(problem.expected)}){' '}
          <span className={c.code}>{problem.path}</span>{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => form.goToLine(problem.line)}>
            {words.edition.goToLine(problem.line)}
          </Button>
        </li>
      ))}
      {check.failed.map((example) => (
        <li key={example.index}>
          <strong>{words.check.example(example.index + 1, example.name)}</strong>{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => form.goToLine(example.line)}>
            {words.edition.goToLine(example.line)}
          </Button>
          <ExampleFailures example={example} />
        </li>
      ))}
    </ul>
  )
}
