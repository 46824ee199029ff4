import { foldVietnamese } from '#kernel/vietnamese.ts'

/** What is needed of a unit to draw it in the tree. */
export interface TreeUnit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly people: number
}

/** One visible line of the tree. */
export interface TreeRow<Unit extends TreeUnit> {
  readonly unit: Unit
  /** 1 for roots. */
  readonly depth: number
  readonly place: number
  readonly siblings: number
  /** Undefined for a unit without sub-units. */
  readonly expanded: boolean | undefined
  /** People in the unit and everything below it. */
  readonly peopleBelow: number
  /** Whether the search found this very unit; false for the units above it that show where it is. */
  readonly found: boolean
}

/** Which units are open: all when `all`, else those named. */
export type Opened = ReadonlySet<string>

interface Node<Unit> {
  readonly unit: Unit
  readonly children: Node<Unit>[]
  total: number
  found: boolean
  shown: boolean
}

function nodesOf<Unit extends TreeUnit>(units: readonly Unit[], search: string): Node<Unit>[] {
  const wanted = foldVietnamese(search).split(' ').filter((word) => word !== '')
  const nodes = new Map<string, Node<Unit>>()
  for (const unit of units) {
    const text = wanted.length === 0 ? '' : foldVietnamese(`${unit.name} ${unit.shortName} ${unit.code}`)
    const found = wanted.every((word) => text.includes(word))
    nodes.set(unit.id, { unit, children: [], total: unit.people, found, shown: found })
  }
  const roots: Node<Unit>[] = []
  for (const node of nodes.values()) {
    const parent = node.unit.parentId === null ? undefined : nodes.get(node.unit.parentId)
    if (parent === undefined) roots.push(node)
    else parent.children.push(node)
  }
  const sum = (node: Node<Unit>): void => {
    for (const child of node.children) {
      sum(child)
      node.total += child.total
      node.shown ||= child.shown
    }
  }
  for (const root of roots) sum(root)
  return roots
}

/**
 * The visible lines of the tree. A search, without accents, shows what it finds with the units above it, all open;
 * otherwise the units named in `opened` are open.
 */
export function treeRows<Unit extends TreeUnit>(units: readonly Unit[], opened: Opened, search = ''): TreeRow<Unit>[] {
  const searching = foldVietnamese(search) !== ''
  const rows: TreeRow<Unit>[] = []
  const walk = (siblings: readonly Node<Unit>[], depth: number): void => {
    const shown = siblings.filter((node) => node.shown)
    for (const [index, node] of shown.entries()) {
      const below = node.children.filter((child) => child.shown)
      const expanded = below.length === 0 ? undefined : searching || opened.has(node.unit.id)
      rows.push({ unit: node.unit, depth, place: index + 1, siblings: shown.length, expanded, peopleBelow: node.total, found: searching && node.found })
      if (expanded === true) walk(below, depth + 1)
    }
  }
  walk(nodesOf(units, search), 1)
  return rows
}

/** Opened at first: everything when the tree fits on a screen or two, else the roots. */
export function openedAtFirst(units: readonly TreeUnit[]): Opened {
  const parents = new Set(units.flatMap((unit) => (unit.parentId === null ? [] : [unit.parentId])))
  return units.length <= 60 ? parents : new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.id))
}

/** What a key does in the tree. */
export type TreeMove = { readonly go: string } | { readonly open: string } | { readonly close: string } | { readonly openAll: readonly string[] }

/** The move a key stands for, as the ARIA tree pattern has it; undefined when it does nothing here. */
export function treeMove(rows: readonly TreeRow<TreeUnit>[], activeId: string, key: string): TreeMove | undefined {
  const at = rows.findIndex((row) => row.unit.id === activeId)
  const row = rows[at]
  if (row === undefined) return undefined
  const to = (target: TreeRow<TreeUnit> | undefined): TreeMove | undefined => (target === undefined ? undefined : { go: target.unit.id })
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1])
    case 'ArrowUp':
      return to(rows[at - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (row.expanded === false) return { open: row.unit.id }
      return row.expanded === true ? to(rows[at + 1]) : undefined
    case 'ArrowLeft':
      if (row.expanded === true) return { close: row.unit.id }
      return to(rows.slice(0, at).reverse().find((above) => above.depth < row.depth))
    case '*':
      return { openAll: rows.filter((other) => other.expanded === false && other.depth === row.depth && other.unit.parentId === row.unit.parentId).map((other) => other.unit.id) }
  }
  return /^[\p{L}\p{N}]$/u.test(key) ? to(nextBeginningWith(rows, at, key)) : undefined
}

function nextBeginningWith(rows: readonly TreeRow<TreeUnit>[], at: number, key: string): TreeRow<TreeUnit> | undefined {
  const letter = foldVietnamese(key)
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find((row) => foldVietnamese(row.unit.name).startsWith(letter))
}
