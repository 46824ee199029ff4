import { Button } from '@mantine/core'
import type { UnitId } from '#kernel/id.ts'
import { Columns } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { PickField, SelectField, type Choice } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { UnitView } from '../../contract/views.ts'
import { unitKinds, unitLevels } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { termChoices } from '../term-choices.ts'
import { createdBy, pathOfCreated, withOneMore, type ChangeDraft } from './change-draft.ts'
import { unitChangeText } from './messages.ts'
import { NewUnitFields } from './new-unit-fields.tsx'
import { UnitsField } from './units-field.tsx'

interface ActFieldsProps {
  draft: ChangeDraft
  unit: UnitView | undefined
  choices: readonly Choice<UnitId>[]
  childrenOfUnit: readonly Choice<UnitId>[]
  mayStandAlone: boolean
  wrong: (path: string) => boolean
  onChange: (draft: ChangeDraft) => void
}

/** The fields that belong to the kind of act alone. */
export function ActFields(props: ActFieldsProps) {
  const { draft, unit, choices, childrenOfUnit, mayStandAlone, wrong, onChange } = props
  const words = useText(unitChangeText)
  const { needed, choose } = useText(organisationText)
  const language = useLanguage()
  const others = choices.filter((choice) => choice.value !== unit?.id)
  switch (draft.kind) {
    case 'rename':
      return (
        <Columns>
          <TextField label={words.newName} value={draft.name} onChange={(name) => onChange({ ...draft, name })} maxLength={200} autoFocus required error={wrong('name') ? needed(words.newName.toLowerCase()) : undefined} />
          <TextField label={words.shortName} hint={words.shortNameHint} value={draft.shortName} onChange={(shortName) => onChange({ ...draft, shortName })} maxLength={100} />
        </Columns>
      )
    case 'retype':
      return (
        <Columns>
          <PickField label={words.kind} value={draft.unitKind} onChange={(unitKind) => onChange({ ...draft, unitKind })} choices={termChoices(unitKinds, language)} none={null} error={wrong('unitKind') ? choose(words.kind.toLowerCase()) : undefined} />
          <SelectField label={words.level} value={draft.level} onChange={(level) => onChange({ ...draft, level })} choices={termChoices(unitLevels, language)} error={wrong('level') ? choose(words.level.toLowerCase()) : undefined} />
        </Columns>
      )
    case 'move_parent':
      return (
        <PickField
          label={words.newParent}
          value={draft.parentId}
          onChange={(parentId) => onChange({ ...draft, parentId })}
          choices={others}
          none={mayStandAlone ? words.noParent : null}
        />
      )
    case 'merge':
    case 'absorb':
      return (
        <>
          <UnitsField
            label={words.ending}
            addLabel={words.endingAdd}
            choices={choices.filter((choice) => choice.value !== draft.successorId)}
            value={draft.ending}
            onChange={(ending) => onChange({ ...draft, ending })}
            error={wrong('predecessors') ? words.atLeast(draft.kind === 'merge' ? 2 : 1) : undefined}
          />
          {draft.kind === 'absorb' ? (
            <PickField
              label={words.successor}
              value={draft.successorId}
              onChange={(successorId) => onChange({ ...draft, successorId })}
              choices={choices.filter((choice) => !draft.ending.includes(choice.value))}
              none={null}
              required
              error={wrong('successor') ? choose(words.successor.toLowerCase()) : undefined}
            />
          ) : (
            <NewUnits {...props} mayTake={[]} />
          )}
        </>
      )
    case 'found':
      return <NewUnits {...props} mayTake={[]} />
    case 'split_off':
    case 'divide':
      return <NewUnits {...props} mayTake={childrenOfUnit} />
    case 'partial_move':
      return (
        <>
          <PickField
            label={words.successor}
            value={draft.successorId}
            onChange={(successorId) => onChange({ ...draft, successorId })}
            choices={others}
            none={null}
            required
            error={wrong('successor') ? choose(words.successor.toLowerCase()) : undefined}
          />
          <UnitsField label={words.takes} addLabel={words.takesAdd} choices={childrenOfUnit} value={draft.takes} onChange={(takes) => onChange({ ...draft, takes })} />
        </>
      )
    case 'dissolve':
      return null
  }
}

function NewUnits({ draft, unit, choices, mayTake, mayStandAlone, wrong, onChange }: ActFieldsProps & { mayTake: readonly Choice<UnitId>[] }) {
  const words = useText(unitChangeText)
  const [least, most] = createdBy(draft.kind)
  const taken = draft.created.flatMap((created) => created.takes)
  return (
    <>
      {draft.created.map((created, index) => (
        <NewUnitFields
          key={index}
          title={most === 1 ? words.newUnit : words.newUnitNo(index + 1)}
          value={created}
          autoFocus={index === 0 && draft.kind === 'found'}
          units={choices}
          mayTake={mayTake.filter((choice) => created.takes.includes(choice.value) || !taken.includes(choice.value))}
          mayStandAlone={mayStandAlone}
          wrong={(field) => wrong(`${pathOfCreated(draft.kind, index)}.${field}`)}
          onChange={(changed) => onChange({ ...draft, created: draft.created.map((other, place) => (place === index ? changed : other)) })}
          onRemove={draft.created.length > least ? () => onChange({ ...draft, created: draft.created.filter((_, place) => place !== index) }) : undefined}
        />
      ))}
      {draft.created.length < most && unit !== undefined && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => onChange(withOneMore(draft, unit))}>
            {words.moreUnits}
          </Button>
        </div>
      )}
    </>
  )
}
