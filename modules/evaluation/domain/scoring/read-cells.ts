import { isRecord } from '#kernel/is-record.ts'
import { quote, type Problems } from './problems.ts'
import { lookup, type Reader } from './read-value.ts'
import type { Frame } from './value.ts'

/** One named value of a sheet: where it goes and how it is read. */
export interface Cell {
  readonly slot: number
  readonly read: Reader
  /** Slots below this node: a total and its parts may not both be given. */
  readonly below: readonly number[]
}

/** Where a map of values stands in the input, and the names of the rulebook it holds. */
export interface CellPlace {
  /** "criteria", or "scores.collective" with the index of one person's sheet. */
  readonly path: string
  readonly index: number
  /** "criteria" or "judgements": how the rulebook calls them. */
  readonly kind: string
}

/** The place of a map that is called as the rulebook calls its values. */
export function placeOf(kind: string): CellPlace {
  return { path: kind, index: -1, kind }
}

/** Reads a map of values into a frame; an unknown key is a problem, a key of another group goes to `unused`. */
export function readCells(cells: ReadonlyMap<string, Cell>, raw: unknown, place: CellPlace, frame: Frame, problems: Problems, others: ReadonlySet<string>, unused: string[]): void {
  if (raw === undefined || raw === null) return
  problems.at(place.path, place.index)
  if (!isRecord(raw)) {
    problems.add('', `${quote(raw)} không phải là nhóm giá trị`, '{ … }')
    return
  }
  for (const key in raw) {
    const cell = cells.get(key) ?? lookup(cells, key)
    if (!cell) {
      const code = key.normalize('NFC')
      if (others.has(`${place.kind}.${code}`)) unused.push(problems.path(code))
      else problems.add(key, `Bộ quy định không có ${quote(key)}`, [...cells.keys()].join(' | '))
      continue
    }
    const given = raw[key]
    if (given === undefined || given === null) continue
    const value = cell.read(given, problems, key)
    if (value !== undefined) frame.slots[cell.slot] = value
  }
}
