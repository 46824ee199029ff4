import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import type { Person } from './person.ts'
import type { IdentityKind, Sex } from './reference-lists.ts'

/** What does not fit in a number that is otherwise one: the place it was given in, or the sex or birth year stored of its holder. */
export const identityDoubts = ['place', 'sex', 'birth-year'] as const
export type IdentityDoubt = (typeof identityDoubts)[number]

/** An identity number of a person. */
export interface IdentityNumber {
  readonly personId: PersonId
  readonly kind: IdentityKind
  /** Digits only. */
  readonly number: string
  readonly version: number
}

const digitsOf: Readonly<Record<IdentityKind, number>> = { personal_id: 12, old_id_card: 9 }

/**
 * Codes of the provinces and cities a number was given in (Thông tư 07/2016/TT-BCA, Phụ lục I). Those of the provinces
 * since July 2025 are among them; from 100 on stand countries.
 */
const provinceCodes = new Set(
  ('001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096').split(' '),
)

/**
 * Reads a number as people write it, in groups with blanks, dots or hyphens (đọc số định danh). Undefined when it is none of its
 * kind: other signs, another length, one digit throughout, or a birth year still to come.
 */
export function readIdentityNumber(kind: IdentityKind, text: string, today: CalendarDate): string | undefined {
  const number = text.normalize('NFC').trim().replaceAll(/[ .\u00a0-]/g, '')
  if (!/^\d+$/.test(number) || number.length !== digitsOf[kind] || new Set(number).size === 1) return undefined
  return kind === 'personal_id' && (number.startsWith('000') || toldBy(number).birthYear > Number(today.slice(0, 4))) ? undefined : number
}

/** What a personal identification number says of its holder: century and sex in its fourth digit, the year in the next two (Điều 12 Luật Căn cước 2023). */
function toldBy(number: string): { place: string; sex: Sex; birthYear: number } {
  const fourth = Number(number[3])
  return { place: number.slice(0, 3), sex: fourth % 2 === 0 ? 'male' : 'female', birthYear: 1900 + Math.floor(fourth / 2) * 100 + Number(number.slice(4, 6)) }
}

/** What does not fit; nothing where the particulars are not stored. Old identity cards (số chứng minh nhân dân) tell nothing. */
export function doubtsAbout(kind: IdentityKind, number: string, person: Pick<Person, 'sex' | 'birthDate'>): IdentityDoubt[] {
  if (kind === 'old_id_card') return []
  const told = toldBy(number)
  const doubts: IdentityDoubt[] = []
  if (Number(told.place) < 100 && !provinceCodes.has(told.place)) doubts.push('place')
  if (person.sex !== null && person.sex !== told.sex) doubts.push('sex')
  if (person.birthDate !== null && Number(person.birthDate.slice(0, 4)) !== told.birthYear) doubts.push('birth-year')
  return doubts
}

/** A number as it is shown unless somebody asks for it: dots and its last three digits. */
export function maskedIdentity(number: string): string {
  return `••••••${number.slice(-3)}`
}
