import { Button } from '@mantine/core'
import { useText } from '#ui/text.ts'
import { writeSource } from '../../domain/rulebook/edit-source.ts'
import { useEntryName } from './entry-name.ts'
import { rulebooksText } from './messages.ts'
import type { Check } from './use-edition-draft.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

type FailedExample = Check['failed'][number]

/** What an example gave where it does not hold; it can be taken over as expected, once it is read here. */
export function ExampleFailures({ example }: { example: FailedExample }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).check
  const nameOf = useEntryName()
  const levels = recordsAt(form.good, ['levels'])
  const keyName = (key: readonly string[]) => {
    const [first = '', ...rest] = key
    const name = words.keys[first as keyof typeof words.keys] ?? first
    return rest.length === 0 ? name : `${name} ${rest.join('.')}`
  }
  const shown = (key: readonly string[], value: string | readonly string[]) => {
    if (typeof value !== 'string') return value.join(', ')
    if (key[0] !== 'level' && key[0] !== 'band' && key[0] !== 'levels') return value
    const level = levels.find((each) => each['id'] === value)
    return level === undefined ? (words.answers[value as keyof typeof words.answers] ?? value) : `“${nameOf(level)}”`
  }
  const nothing = example.failures.filter(({ expected, actual }) => expected === '' && actual !== null)
  const takeAll = () => form.edit((text) => nothing.reduce((left, { key, actual }) => (actual === null ? left : writeSource(left, ['examples', example.index, 'expect', ...key], actual)), text))
  return (
    <>
      {example.failures.map((failure) => {
        const { key, actual, expected } = failure
        const name = key.length === 0 ? '' : `${keyName(key)}: `
        const unsaid = expected === '' && actual !== null
        const said =
          actual === null ? `${name}${failure.message} (${words.expected(expected)})`
          : unsaid ? words.cameOut(keyName(key), shown(key, actual))
          : typeof actual === 'string' ? words.got(keyName(key), shown(key, actual), shown(key, expected))
          : `${name}${failure.message}`
        return (
          <div key={key.join('.') + failure.message}>
            {said}{' '}
            {actual !== null && !unsaid && !form.locked && (
              <Button variant="default" size="compact-xs" onClick={() => form.write(['examples', example.index, 'expect', ...key], actual)}>
                {words.take(shown(key, actual))}
              </Button>
            )}
          </div>
        )
      })}
      {nothing.length > 0 && !form.locked && (
        <div className="td-row">
          <span className="td-small">{words.unsaid}</span>
          <Button variant="default" size="compact-xs" onClick={takeAll}>
            {words.takeAll}
          </Button>
        </div>
      )}
    </>
  )
}
