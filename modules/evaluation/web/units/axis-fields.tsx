import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import type { ListDefinition } from '../../domain/rulebook/compiled-rulebook.ts'
import type { UnitContent } from '../../domain/unit-facts.ts'
import { OneFact } from '../campaigns/facts-fields.tsx'
import c from './units.module.css'

type Items = UnitContent['lists'][string]

/** A keyed list of the rulebook, such as the result axes (trục kết quả): each entry with its own fields. */
export function AxisFields({ list, group, items, onChange }: { list: ListDefinition; group: string; items: Items; onChange: (items: Items) => void }) {
  const language = useLanguage()
  const keys = list.keys.filter((key) => key.groups === null || key.groups.includes(group))
  const put = (key: string, field: string, value: unknown) => {
    const rest = Object.fromEntries(Object.entries(items[key] ?? {}).filter(([known]) => known !== field))
    const given = typeof value === 'number' ? String(value) : value
    onChange({ ...items, [key]: given === null ? rest : { ...rest, [field]: given } })
  }
  return (
    <Section title={list.name[language]} description={list.article ?? undefined}>
      {keys.map((key) => (
        <fieldset key={key.key} className={c.axis}>
          <legend>{key.name[language]}</legend>
          <div className={c.facts}>
            {list.fields.map((field) => (
              <OneFact key={field.id} field={field} value={items[key.key]?.[field.id]} onChange={(value) => put(key.key, field.id, value)} />
            ))}
          </div>
        </fieldset>
      ))}
    </Section>
  )
}
