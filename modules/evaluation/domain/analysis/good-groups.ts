/** Somebody's level with the groups the person is counted in. */
export interface LevelledPerson {
  readonly level: string
  readonly unit: string
  readonly peerGroup: string
}

/** A group in which everybody reached the two best levels. */
export interface GoodGroup {
  readonly scope: 'unit' | 'peer_group'
  readonly group: string
  readonly people: number
  readonly best: number
}

const leastPeople = 3

/**
 * Groups where everyone is "good": units and peer groups of at least three in which nobody is below the second-best level.
 * `levels` lists the rulebook's ranked levels, best first; with fewer than three of them the word says nothing.
 */
export function goodGroups(people: readonly LevelledPerson[], levels: readonly string[]): GoodGroup[] {
  if (levels.length < 3) return []
  const good = new Set(levels.slice(0, 2))
  const found = (scope: GoodGroup['scope'], of: (person: LevelledPerson) => string): GoodGroup[] =>
    [...Map.groupBy(people, of)]
      .filter(([group, members]) => group !== '' && members.length >= leastPeople && members.every((member) => good.has(member.level)))
      .map(([group, members]) => ({ scope, group, people: members.length, best: members.filter((member) => member.level === levels[0]).length }))
  return [...found('unit', (person) => person.unit), ...found('peer_group', (person) => person.peerGroup)]
}
