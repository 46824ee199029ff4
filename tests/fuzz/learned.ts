import type { SeededDraw } from '#modules/evaluation/sample/seeded-draw.ts'

const kept = 40
const longest = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the program's own answers said, by the name it went by: ids, versions, codes, and files to send back. */
export interface Learned {
  /** Takes up an answer; `path` tells whose `id` it is. */
  readonly take: (path: string, answer: unknown) => void
  readonly takeFile: (bytes: Buffer) => void
  /** Something that went by this name, or undefined. */
  readonly named: (draw: SeededDraw, name: string) => unknown
  /** An id of anything at all. */
  readonly anyId: (draw: SeededDraw) => string | undefined
  readonly file: (draw: SeededDraw) => Buffer | undefined
}

/** Begins with what is given, by name. */
export function createLearned(known: Readonly<Record<string, readonly (string | number)[]>>): Learned {
  const values = new Map<string, (string | number)[]>(Object.entries(known).map(([name, list]) => [name, [...list]]))
  const files: Buffer[] = []
  const keep = (name: string, value: string | number): void => {
    const list = values.get(name) ?? []
    if (list.includes(value)) return
    // The oldest stay: they are of the sample, which most routes want.
    if (list.length >= kept) list[(kept >> 1) + (list.length + String(value).length) % (kept >> 1)] = value
    else list.push(value)
    values.set(name, list)
  }
  const walk = (value: unknown, name: string, owner: string, depth: number): void => {
    if (depth > 8) return
    if (typeof value === 'number' && Number.isFinite(value)) return keep(name, value)
    if (typeof value === 'string') {
      if (value.length > longest) return
      keep(name, value)
      if (name === 'id' && uuid.test(value)) keep(`${owner}Id`, value)
      return
    }
    if (Array.isArray(value)) return value.slice(0, 30).forEach((part) => walk(part, name, singular(name) || owner, depth + 1))
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) walk(part, key, name === 'items' || name === '' ? owner : singular(name), depth + 1)
  }
  return {
    take(path, answer) {
      const nouns = path.split('/').filter((part) => /^[a-z-]+$/.test(part))
      walk(answer, '', singular(nouns.at(-1) ?? ''), 0)
    },
    takeFile(bytes) {
      if (bytes.byteLength > 400_000) return
      if (files.length < 12) files.push(bytes)
      else files[bytes.byteLength % 12] = bytes
    },
    named(draw, asked) {
      const name = asked === 'after' ? 'next' : asked
      const list = values.get(name) ?? values.get(name.replace(/Ids$/, 'Id')) ?? values.get(name.replace(/^.*(?=(Person|Unit|Post|Product|Task|Campaign)Id$)/, '').replace(/^./, (sign) => sign.toLowerCase()))
      return list === undefined || list.length === 0 ? undefined : draw.pick(list)
    },
    anyId(draw) {
      const names = [...values.keys()].filter((name) => name.endsWith('Id'))
      const found = names.length === 0 ? undefined : draw.pick(values.get(draw.pick(names)) ?? [''])
      return typeof found === 'string' ? found : undefined
    },
    file: (draw) => (files.length === 0 ? undefined : draw.pick(files)),
  }
}

function singular(noun: string): string {
  const word = noun.replace(/-([a-z])/g, (_, sign: string) => sign.toUpperCase())
  if (word === 'people') return 'person'
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}
