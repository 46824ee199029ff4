import { Menu } from '@mantine/core'
import { titlesOn, type StoryPerson } from '../../domain/story/story-person.ts'
import { useText } from '#ui/text.ts'
import { MarginMenu } from './margin-menu.tsx'
import { editorText } from './messages.ts'
import { useScriptPage } from './page-context.ts'
import c from './script-editor.module.css'

/** The kinds of block that name a person. */
export type PersonKind = 'question' | 'soundbite' | 'super'

interface PersonMenuProps {
  kind: PersonKind
  personId: string | null
  reachable: boolean
  onPerson: (person: StoryPerson | null) => void
  onLeave: () => void
}

/** Who is asked, speaks or is named, chosen among the people of the story. */
export function PersonMenu({ kind, personId, reachable, onPerson, onLeave }: PersonMenuProps) {
  const words = useText(editorText)
  const { people, day, readOnly } = useScriptPage()
  const known = people.find(({ id }) => id === personId)?.name
  const name = known ?? (personId === null ? words.noPerson : words.unknownPerson)
  if (readOnly) return personId === null ? null : <span className={c.person}>{name}</span>
  return (
    <MarginMenu text={name} label={words.people[kind](name)} menuLabel={words.people[kind](name)} className={c.person} missing={known === undefined} reachable={reachable} onLeave={onLeave}>
      {() => (
        <>
          {people.length === 0 && <p className={c.none}>{words.noPeople}</p>}
          {people.map((person) => (
            <Menu.Item key={person.id} className={person.id === personId ? c.chosen : undefined} onClick={() => onPerson(person)}>
              {person.name}
              {day !== null && <span className={c.title}>{titlesOn(person, day)[0]?.title}</span>}
            </Menu.Item>
          ))}
          {personId !== null && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => onPerson(null)}>{words.clearPerson}</Menu.Item>
            </>
          )}
        </>
      )}
    </MarginMenu>
  )
}
