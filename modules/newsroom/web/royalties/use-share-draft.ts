import { useState } from 'react'
import { v7 as newRowKey } from 'uuid'
import type { PickedPerson } from '#modules/organisation/web/index.ts'
import { problemOfShares, splitAmount, type RoyaltyRole } from '../../domain/royalties/split.ts'
import type { Item } from './royalty-view.ts'

/** A share as it is typed; `readable` while its percent is a number that may be kept. */
export interface ShareRow {
  readonly key: string
  readonly person: PickedPerson | null
  readonly role: RoyaltyRole
  readonly percent: string | null
  readonly readable: boolean
}

/** The shares of an item as they are typed, what is wrong with them, and what is sent once nothing is. */
export function useShareDraft(item: Item) {
  const own = item.genre === item.category ? '' : item.genre
  const [genre, setGenre] = useState(own)
  const [rows, setRows] = useState<readonly ShareRow[]>(() => item.parts.map(({ person, role, percent }) => ({ key: newRowKey(), person: { id: person.id, fullName: person.name }, role, percent: String(percent), readable: true })))
  const change = (key: string, part: Partial<ShareRow>) => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const shares = rows.flatMap(({ person, role, percent, readable }) => (person === null || percent === null || !readable ? [] : [{ personId: person.id, role, percent: Number(percent) }]))
  const sum = rows.reduce((all, { percent }) => all + Number(percent ?? 0), 0)
  const twice = new Set(rows.filter(({ person, role }, at) => person !== null && rows.findIndex((row) => row.person?.id === person.id && row.role === role) < at).map(({ key }) => key))
  const good = shares.length === rows.length && problemOfShares(shares) === null
  const price = item.parts.every(({ amount }) => amount !== null) ? item.parts.reduce((all, { amount }) => all + (amount ?? 0), 0) : null
  return {
    genre,
    setGenre,
    rows,
    change,
    add: () => setRows([...rows, { key: newRowKey(), person: null, role: 'author', percent: sum < 100 ? String(100 - sum) : null, readable: true }]),
    drop: (key: string) => setRows(rows.filter((row) => row.key !== key)),
    sum,
    twice,
    body: good ? { revision: item.revision, genre: genre.trim() === '' ? null : genre, shares } : null,
    /** What each share comes to; null while that is not known: another genre may be paid otherwise. */
    amounts: good && price !== null && genre === own ? splitAmount(price, shares) : null,
  }
}
