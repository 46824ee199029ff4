import { tables } from '#database/tables.ts'

const header = '-- What the program sends, printed by `npm run generate` for review; the store functions are the source.\n'

/** One `store.sql` per module: the statements whose first table is the module's own, sorted, each kind once. */
export function storeSql(statements: Iterable<string>): ReadonlyMap<string, string> {
  const byModule = new Map<string, Set<string>>()
  for (const text of statements) {
    const table = firstTable(text)
    const module = modules.find((one) => table?.startsWith(`${one.replaceAll('-', '_')}_`))
    if (module === undefined) continue
    byModule.set(module, (byModule.get(module) ?? new Set()).add(`-- ${table}\n${layOut(text)};\n`))
  }
  return new Map([...byModule].map(([module, found]) => [`modules/${module}/server/store.sql`, [header, ...[...found].toSorted()].join('\n')]))
}

const modules = ['accounts', 'organisation', 'evaluation', 'personal-data']

function firstTable(text: string): string | undefined {
  for (const [, name] of text.matchAll(/\b(?:from|into|update|join)\s+"?([a-z_]+)"?/gi)) if (name !== undefined && name in tables) return name
  return undefined
}

/** A statement whatever the number of rows and values it was sent with, a clause to a line. */
function layOut(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('"', '')
    .replaceAll(/\$\d+/g, '$')
    .replaceAll(/\$(?:, \$)+/g, '$, …')
    .replaceAll(/\b(values \((?:[^()]|\([^()]*\))*\))(?:, \((?:[^()]|\([^()]*\))*\))+/g, '$1')
    .replaceAll(/ (?=(?:from|where|set|values|union|inner join|left join|cross join|(?<!inner |left |cross )join|group by|order by|limit|for update|for share|returning|on conflict)\b)/g, '\n  ')
}
