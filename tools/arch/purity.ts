import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
// The compiler's pure profile knows no console, process or fetch; clocks and chance are part of the language itself.
const impure = /\bDate\.now\b|\bnew Date\(\s*\)|(?<![.\w])Date\(\s*\)|\bMath\.random\b|\bglobalThis\b|\bperformance\.now\b|\beval\(|\bnew Function\b|\bTemporal\.Now\b/

/** What a rule of the office may not use: the clock and chance, as `line: text`. */
export function impurities(source: string): string[] {
  return source.split('\n').flatMap((line, index) => (impure.test(line) ? [`${index + 1}: ${line.trim()}`] : []))
}

/** Impure lines of `kernel` and the domain room of every module, tests apart. */
export function impureFiles(): string[] {
  const modules = readdirSync(path.join(root, 'modules')).map((name) => `modules/${name}/domain`)
  return ['kernel', ...modules].flatMap((place) => filesOf(place).flatMap((file) => impurities(readFileSync(path.join(root, file), 'utf8')).map((found) => `${file}:${found}`)))
}

function filesOf(place: string): string[] {
  try {
    return readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${place}/${name}`)
  } catch {
    return []
  }
}
