import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { rulebooksText } from './messages.ts'
import type { Check, EditionDraft } from './use-edition-draft.ts'
import { useEntryName } from './rule-fields.tsx'
import { recordsAt, useSourceForm } from './use-source.ts'
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
  const nameOf = useEntryName()
  const keyName = (key: readonly string[]) => {
    const [first = '', ...rest] = key
    const name = words.check.keys[first as keyof typeof words.check.keys] ?? first
    return rest.length === 0 ? name : `${name} ${rest.join('.')}`
  }
  const levels = recordsAt(form.good, ['levels'])
  const shown = (key: readonly string[], value: string) => {
    if (key[0] !== 'level' && key[0] !== 'band' && key[0] !== 'levels') return value
    const level = levels.find((each) => each['id'] === value)
    return level === undefined ? value : `“${nameOf(level)}”`
  }
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
          {example.failures.map((failure) => {
            const { actual } = failure
            return (
              <div key={failure.key.join('.') + failure.message}>
                {actual === null ? `${failure.key.length === 0 ? '' : `${keyName(failure.key)}: `}${failure.message} (${words.check.expected(failure.expected)})` : words.check.got(keyName(failure.key), shown(failure.key, actual), shown(failure.key, failure.expected))}{' '}
                {actual !== null && !form.locked && (
                  <Button variant="default" size="compact-xs" onClick={() => form.write(['examples', example.index, 'expect', ...failure.key], actual)}>
                    {words.check.take(shown(failure.key, actual))}
                  </Button>
                )}
              </div>
            )
          })}
        </li>
      ))}
    </ul>
  )
}
