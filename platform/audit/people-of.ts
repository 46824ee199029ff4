import { isUuid } from '#kernel/id.ts'

interface Fact {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly about?: readonly string[]
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * The people whose record an act touched (ai có hồ sơ được đụng tới): those it names itself, or else its subject when that
 * is a person or somebody's file in a campaign, and the people its data lists.
 */
export function peopleOf({ subject, about, data }: Fact): string[] {
  if (about !== undefined) return [...new Set(about)].toSorted()
  const found = new Set<string>()
  const add = (value: unknown): void => {
    if (typeof value === 'string' && isUuid(value)) found.add(value)
  }
  if (subject.kind === 'person') add(subject.id)
  if (subject.kind === 'participant') add(subject.id.split('/')[1])
  add(data?.['personId'])
  for (const list of [data?.['people'], data?.['led']]) if (Array.isArray(list)) list.forEach(add)
  return [...found].toSorted()
}
