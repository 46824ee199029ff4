import { CloseButton } from '@mantine/core'
import type { UnitId } from '#kernel/id.ts'
import { Columns } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { PickField, SelectField, type Choice } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { unitKinds, unitLevels } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { termChoices } from '../term-choices.ts'
import type { NewUnitDraft } from './change-draft.ts'
import { unitChangeText } from './messages.ts'
import { UnitsField } from './units-field.tsx'
import c from './unit-change.module.css'

interface NewUnitFieldsProps {
  title: string
  value: NewUnitDraft
  onChange: (value: NewUnitDraft) => void
  units: readonly Choice<UnitId>[]
  /** Units that may move under the new one; empty hides the field. */
  mayTake: readonly Choice<UnitId>[]
  mayStandAlone: boolean
  wrong: (field: string) => boolean
  onRemove?: (() => void) | undefined
  autoFocus?: boolean
}

/** The particulars of a unit that comes into being. */
export function NewUnitFields({ title, value, onChange, units, mayTake, mayStandAlone, wrong, onRemove, autoFocus = false }: NewUnitFieldsProps) {
  const words = useText(unitChangeText)
  const { needed, choose } = useText(organisationText)
  const language = useLanguage()
  const missing = (field: string, label: string) => (wrong(field) ? needed(label.toLowerCase()) : undefined)
  const unchosen = (field: string, label: string) => (wrong(field) ? choose(label.toLowerCase()) : undefined)
  return (
    <fieldset className={c.newUnit}>
      <legend>
        {title}
        {onRemove && <CloseButton size="sm" aria-label={words.remove(title)} onClick={onRemove} />}
      </legend>
      <TextField
        label={words.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={200}
        autoFocus={autoFocus}
        required
        error={missing('name', words.name)}
      />
      <Columns>
        <TextField label={words.shortName} hint={words.shortNameHint} value={value.shortName} onChange={(shortName) => onChange({ ...value, shortName })} maxLength={100} />
        <TextField label={words.code} hint={words.codeHint} value={value.code} onChange={(code) => onChange({ ...value, code })} maxLength={35} required error={missing('code', words.code)} />
      </Columns>
      <Columns>
        <PickField label={words.kind} value={value.kind} onChange={(kind) => onChange({ ...value, kind })} choices={termChoices(unitKinds, language)} none={null} required error={unchosen('kind', words.kind)} />
        <SelectField label={words.level} value={value.level} onChange={(level) => onChange({ ...value, level })} choices={termChoices(unitLevels, language)} required error={unchosen('level', words.level)} />
      </Columns>
      <PickField
        label={words.parent}
        value={value.parentId}
        onChange={(parentId) => onChange({ ...value, parentId })}
        choices={units}
        none={mayStandAlone ? words.noParent : null}
        error={unchosen('parentId', words.parent)}
      />
      {mayTake.length > 0 && (
        <UnitsField label={words.takes} addLabel={words.takesAdd} choices={mayTake} value={value.takes} onChange={(takes) => onChange({ ...value, takes })} />
      )}
    </fieldset>
  )
}
