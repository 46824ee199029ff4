import { isRecord } from '#kernel/is-record.ts'
import { parseRational, toShortest } from '#kernel/rational.ts'
import { keyNames, nouns, units } from './change-words.ts'
import type { CompiledRulebook, Criterion } from './compiled-rulebook.ts'
import type { Bilingual } from './expression.ts'

/** One difference between two rulebooks, as a sentence. */
export interface RulebookChange {
  /** The part of the rulebook, e.g. `criteria`. */
  readonly part: string
  readonly vi: string
  readonly en: string
}

type Rec = Readonly<Record<string, unknown>>

/** What the two texts have for their own bookkeeping; a new number is not a changed rule. */
const unsaid: ReadonlySet<string> = new Set(['format', 'hash', 'id', 'version', 'document.number', 'document.date'])

/**
 * What changed between two rulebooks in words an officer reads: `Tiêu chí I.1: 5 → 6 điểm`. Items are matched by their
 * codes; parts of the language this file has no words for are named by their own keys, so nothing goes unsaid.
 */
export function describeChanges(before: CompiledRulebook, after: CompiledRulebook): RulebookChange[] {
  const levels = new Map([...before.levels, ...after.levels].map((level) => [level.id, level.name]))
  const raters = new Map([...before.raters, ...after.raters].map((rater) => [rater.id, rater.name]))
  const teller = new Teller(levels, raters)
  const [old, now] = [flattened(before), flattened(after)]
  for (const part of new Set([...Object.keys(old), ...Object.keys(now)])) {
    teller.part = part
    teller.compare(old[part], now[part], { key: part, path: part, subject: null })
  }
  // Rules first: what the document is called says less.
  return [...teller.changes.filter((change) => !aboutDocument.has(change.part)), ...teller.changes.filter((change) => aboutDocument.has(change.part))]
}

const aboutDocument: ReadonlySet<string> = new Set(['title', 'document', 'notes'])

/** Criteria as one list, each saying what it belongs to; weights of raters beside the criteria they are for. */
function flattened(rulebook: CompiledRulebook): Rec {
  const rows = (criteria: readonly Criterion[], parent: string | null): Rec[] =>
    criteria.flatMap(({ children, ...rest }) => [{ ...rest, parent }, ...rows(children, rest.code)])
  const { scores } = rulebook
  const combined = scores === null ? null : { ...scores, parts: undefined, weights: scores.parts.map(({ criteria, weights, ...rest }) => ({ code: criteria.join(', '), ...rest, ...weights })) }
  return { ...rulebook, criteria: rows(rulebook.criteria, null), scores: combined }
}

interface Place {
  readonly key: string
  readonly path: string
  /** The item the sentence is about; null at the top. */
  readonly subject: Bilingual | null
}

class Teller {
  readonly changes: RulebookChange[] = []
  part = ''
  private readonly levels: ReadonlyMap<string, Bilingual>
  private readonly raters: ReadonlyMap<string, Bilingual>
  constructor(levels: ReadonlyMap<string, Bilingual>, raters: ReadonlyMap<string, Bilingual>) {
    this.levels = levels
    this.raters = raters
  }

  compare(before: unknown, after: unknown, place: Place): void {
    if (unsaid.has(place.path) || same(before, after)) return
    if (isItems(before ?? []) && isItems(after ?? []) && (before ?? after) !== undefined && (hasItems(before) || hasItems(after))) {
      this.items((before ?? []) as Rec[], (after ?? []) as Rec[], place)
    } else if (isRecord(before) && isRecord(after) && !isLeaf(before) && !isLeaf(after)) {
      for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        this.compare(before[key], after[key], { key, path: place.path === '' ? key : `${place.path}.${key}`, subject: this.subjectOf(place) })
      }
    } else this.say(before, after, place)
  }

  /** A record below an item is said through its keys (`Bước X, số ngày làm việc`), one at the top by its own name. */
  private subjectOf(place: Place): Bilingual | null {
    if (place.subject !== null) return place.subject
    return place.key === 'sheet' || place.key === 'rating' || place.key === 'period' || place.key === 'catalogue' || place.key === 'scores' ? null : (keyNames[place.key] ?? word(place.key))
  }

  private items(before: readonly Rec[], after: readonly Rec[], place: Place): void {
    const [old, now] = [keyed(before), keyed(after)]
    for (const [id, item] of old) {
      const next = now.get(id)
      if (next === undefined) this.tell('Bỏ', 'Removed:', this.nameOf(place, item), place)
      else if (!same(item, next)) {
        const subject = this.nameOf(place, next)
        for (const key of new Set([...Object.keys(item), ...Object.keys(next)])) this.compare(item[key], next[key], { key, path: `${place.key}.${key}`, subject })
      }
    }
    for (const [id, item] of now) if (!old.has(id)) this.tell('Thêm', 'Added:', withPoints(this.nameOf(place, item), item), place)
    const order = (rows: ReadonlyMap<string, Rec>, other: ReadonlyMap<string, Rec>) => [...rows.keys()].filter((id) => other.has(id)).join('\n')
    if (order(old, now) !== order(now, old)) {
      const noun = nouns[place.key] ?? word(place.key)
      this.push(`${noun.vi}: đổi thứ tự`, `${noun.en}: new order`)
    }
  }

  /** `Tiêu chí I.1`, `Ngưỡng Hoàn thành xuất sắc`, `Tùy chọn “Bước chấm”`, below another item after its name. */
  private nameOf(place: Place, item: Rec): Bilingual {
    const noun = nouns[place.key] ?? word(place.key)
    const code = item['code']
    const level = typeof item['level'] === 'string' && place.key === 'bands' ? this.levels.get(item['level']) : undefined
    const text = [item['name'], item['label'], item['title'], item['text']].find(isBilingual)
    const id = String(code ?? item['id'] ?? item['value'] ?? item['what'] ?? item['about'] ?? '')
    const own = (language: 'vi' | 'en'): string => {
      if (level !== undefined) return level[language]
      if (code !== undefined || text === undefined) return id
      return `“${short(text[language])}”`
    }
    const vi = `${noun.vi} ${own('vi')}`
    const en = `${noun.en} ${own('en')}`
    return place.subject === null ? { vi, en } : { vi: `${place.subject.vi}, ${vi}`, en: `${place.subject.en}, ${en}` }
  }

  private tell(vi: string, en: string, subject: Bilingual, place: Place): void {
    const lower = (text: string) => (place.subject === null ? text.charAt(0).toLowerCase() + text.slice(1) : text)
    this.push(`${vi} ${lower(subject.vi)}`, `${en} ${lower(subject.en)}`)
  }

  private say(before: unknown, after: unknown, place: Place): void {
    const name = this.raters.get(place.path.startsWith('weights.') ? place.key : '') ?? keyNames[place.key] ?? word(place.key)
    const unit = units[place.path] ?? units[place.path.split('.').slice(-2).join('.')]
    const sentence = (language: 'vi' | 'en') => {
      const about = place.subject?.[language] ?? ''
      const head = about === '' ? capital(name[language] || place.key) : name[language] === '' ? about : `${about}, ${name[language]}`
      return `${head}: ${this.show(before, language)} → ${this.show(after, language)}${unit === undefined ? '' : ` ${unit[language]}`}`
    }
    this.push(sentence('vi'), sentence('en'))
  }

  private show(value: unknown, language: 'vi' | 'en'): string {
    if (value === null || value === undefined || value === '') return language === 'vi' ? 'không có' : 'none'
    if (typeof value === 'boolean') return language === 'vi' ? (value ? 'có' : 'không') : value ? 'yes' : 'no'
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string') return this.levels.get(value)?.[language] ?? shownText(value, language)
    if (isBilingual(value)) return `“${short(value[language])}”`
    if (isFormula(value)) return shownText(value.text, language)
    if (Array.isArray(value)) return value.length === 0 ? this.show(null, language) : short(value.map((each) => this.show(each, language)).join(', '))
    return short(Object.entries(value as Rec).filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0)).map(([key, each]) => `${keyNames[key]?.[language] || key} ${this.show(each, language)}`).join(', '))
  }

  private push(vi: string, en: string): void {
    this.changes.push({ part: this.part, vi, en })
  }
}

function withPoints(name: Bilingual, item: Rec): Bilingual {
  if (typeof item['from'] === 'string' && typeof item['level'] === 'string') return { vi: `${name.vi}: từ ${shownText(item['from'], 'vi')} điểm`, en: `${name.en}: from ${shownText(item['from'], 'en')} points` }
  if (typeof item['max'] !== 'string' || item['code'] === undefined || !isBilingual(item['name'])) return name
  return { vi: `${name.vi} “${short(item['name'].vi)}” (${shownText(item['max'], 'vi')} điểm)`, en: `${name.en} “${short(item['name'].en)}” (${shownText(item['max'], 'en')} points)` }
}

/** Items by what identifies them; where one code stands for several groups, by code and groups. */
function keyed(items: readonly Rec[]): Map<string, Rec> {
  const id = (item: Rec) => String(item['code'] ?? item['id'] ?? item['value'] ?? item['what'] ?? item['about'] ?? item['level'] ?? item['path'] ?? item['name'])
  const often = new Map<string, number>()
  for (const item of items) often.set(id(item), (often.get(id(item)) ?? 0) + 1)
  return new Map(items.map((item, i) => [(often.get(id(item)) ?? 0) > 1 ? `${id(item)} ${JSON.stringify(item['groups'] ?? i)}` : id(item), item]))
}

/** An exact number as people write it, any other text as it is. */
function shownText(text: string, language: 'vi' | 'en'): string {
  const value = /^-?\d+(?:[./]\d+)?$/.test(text) ? parseRational(text) : null
  if (value === null) return text
  return language === 'vi' ? toShortest(value).replace('.', ',') : toShortest(value)
}

const longest = 160

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function word(key: string): Bilingual {
  return { vi: key, en: key }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

function isBilingual(value: unknown): value is Bilingual {
  return isRecord(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string' && Object.keys(value).length === 2
}

function isFormula(value: unknown): value is { readonly text: string } {
  return isRecord(value) && typeof value['text'] === 'string' && 'ast' in value
}

function isLeaf(value: unknown): boolean {
  return isBilingual(value) || isFormula(value)
}

function isItems(value: unknown): value is Rec[] {
  return Array.isArray(value) && value.every((item) => isRecord(item) && !isLeaf(item))
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}
