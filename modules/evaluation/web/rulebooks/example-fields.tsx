import { StatusBadge } from '#ui/badges.tsx'
import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import type { Check } from './use-edition-draft.ts'
import { SourceNumber, SourceText } from './fields.tsx'
import { Item, LazyFold } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

/** Worked cases: what must come out, and which of them no longer hold. */
export function ExampleFields({ check }: { check: Check | undefined }) {
  const form = useSourceForm()
  const words = useText(rulebooksText)
  const failed = new Set(check?.failed.map((each) => each.index))
  return (
    <div className="td-stack-tight">
      {recordsAt(form.good, ['examples']).map((example, i) => {
        const path: SourcePath = ['examples', i]
        const name = String(example['name'] ?? '')
        const expect = (example['expect'] ?? {}) as Readonly<Record<string, unknown>>
        const criteria = ((example['given'] ?? {}) as Readonly<Record<string, unknown>>)['criteria']
        const points = typeof criteria === 'object' && criteria !== null ? Object.entries(criteria as Readonly<Record<string, unknown>>).filter(([, value]) => typeof value === 'string') : []
        const plain = Object.keys(expect).filter((key) => typeof expect[key] === 'string')
        return (
          <LazyFold key={`${i} ${name}`} title={words.check.example(i + 1, name)} note={failed.has(i) ? words.form.exampleFailed : undefined}>
            {() => (
              <Item path={path} name={name} known={['name', 'expect']} removable head={failed.has(i) ? <StatusBadge tone="bad">{words.form.exampleFailed}</StatusBadge> : null}>
                <SourceText path={[...path, 'name']} label={words.form.name} />
                {points.length > 0 && (
                  <Columns>
                    {points.map(([code]) => (
                      <SourceNumber key={code} path={[...path, 'given', 'criteria', code]} label={words.form.givenPoints(code)} />
                    ))}
                  </Columns>
                )}
                <Columns>
                  {plain.map((key) => (
                    <SourceText key={key} path={[...path, 'expect', key]} label={`${words.form.expect}: ${words.check.keys[key as keyof typeof words.check.keys] ?? key}`} />
                  ))}
                </Columns>
              </Item>
            )}
          </LazyFold>
        )
      })}
    </div>
  )
}
