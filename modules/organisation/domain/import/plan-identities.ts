import type { PersonId } from '#kernel/id.ts'
import { doubtsAbout, type IdentityNumber } from '../identity-number.ts'
import type { Person } from '../person.ts'
import { codesOf, identityTerms, type IdentityKind } from '../reference-lists.ts'
import { valueOf, type ImportDraft } from './import-draft.ts'
import type { TableRow } from './read-tables.ts'

/** Identity numbers of the rows of people, against those that are stored and against each other. */
export class PlannedIdentities {
  readonly changed: IdentityNumber[] = []
  readonly #draft: ImportDraft
  readonly #codeOf: ReadonlyMap<PersonId, string>
  /** By kind and number: whose it is. */
  readonly #holders: ReadonlyMap<string, PersonId>
  /** By person and kind. */
  readonly #stored: ReadonlyMap<string, IdentityNumber>
  readonly #rowOf = new Map<string, TableRow>()

  constructor(draft: ImportDraft, people: readonly Person[], stored: readonly IdentityNumber[]) {
    this.#draft = draft
    this.#codeOf = new Map(people.map((person) => [person.id, person.code]))
    this.#holders = new Map(stored.map(({ kind, number, personId }) => [`${kind} ${number}`, personId]))
    this.#stored = new Map(stored.map((identity) => [`${identity.personId} ${identity.kind}`, identity]))
  }

  /** Gives a row without a code the code of the person whose number it has; without either it cannot be taken. */
  fillCode(row: TableRow): void {
    if (valueOf(row, 'code') != null || row.problems.some((problem) => problem.cell === row.places.get('code')?.ref)) return
    const holder = this.#holders.get(`personal_id ${String(valueOf(row, 'personal_id'))}`)
    const code = holder === undefined ? undefined : this.#codeOf.get(holder)
    if (code === undefined) this.#draft.mark(row, 'code', 'no-code', '')
    else row.values.set('code', code)
  }

  /** Judges the numbers of a row; whether one is new or another than before. An empty cell keeps what is stored. */
  take(row: TableRow, person: Person): boolean {
    const before = this.changed.length
    for (const kind of codesOf(identityTerms)) {
      const number = valueOf(row, kind)
      if (typeof number === 'string') this.#takeOne(row, person, kind, number)
    }
    return this.changed.length > before
  }

  #takeOne(row: TableRow, person: Person, kind: IdentityKind, number: string): void {
    const key = `${kind} ${number}`
    const twin = this.#rowOf.get(key)
    if (twin !== undefined) return this.#draft.mark(row, kind, 'duplicate-in-file', String(twin.rowNo))
    this.#rowOf.set(key, row)
    const holder = this.#holders.get(key)
    if (holder !== undefined && holder !== person.id) return this.#draft.mark(row, kind, 'identity-taken', this.#codeOf.get(holder) ?? '')
    for (const doubt of doubtsAbout(kind, number, person)) this.#draft.mark(row, kind, `identity-${doubt}`, '', 'warning')
    const before = this.#stored.get(`${person.id} ${kind}`)
    if (before?.number !== number) this.changed.push({ personId: person.id, kind, number, version: (before?.version ?? 0) + 1 })
  }
}
