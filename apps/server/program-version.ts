import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The program's version, as package.json has it. */
export function programVersion(): string {
  const text = readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}
