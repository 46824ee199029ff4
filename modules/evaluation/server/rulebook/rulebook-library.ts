import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { compileRulebook } from './compile-rulebook.ts'

const folder = fileURLToPath(new URL('../../rulebooks/', import.meta.url))
const loaded = new Map<string, CompiledRulebook>()

/** Files of the rulebooks shipped with the program, sorted by name. */
export function shippedRulebookFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}

/** Source text of a shipped rulebook by id (its file name), or null. Only ids of the shipped list reach the file system. */
export function shippedRulebookSource(id: string): string | null {
  const file = shippedRulebookFiles().find((path) => path.endsWith(`/${id}.yaml`) || path.endsWith(`\\${id}.yaml`))
  return file === undefined ? null : readFileSync(file, 'utf8')
}

/** A shipped rulebook by id, compiled once per process; null when there is none. */
export function shippedRulebook(id: string): CompiledRulebook | null {
  const known = loaded.get(id)
  if (known) return known
  const source = shippedRulebookSource(id)
  if (source === null) return null
  const rulebook = compileRulebook(source)
  loaded.set(id, rulebook)
  return rulebook
}

/** Ids of the shipped rulebooks. */
export function shippedRulebookIds(): string[] {
  return shippedRulebookFiles().map((path) => path.replace(/^.*[\\/]/, '').replace(/\.yaml$/, ''))
}

/** Every shipped rulebook, compiled. */
export function shippedRulebooks(): CompiledRulebook[] {
  return shippedRulebookIds().flatMap((id) => shippedRulebook(id) ?? [])
}

/** Compiles every shipped rulebook one by one, answering requests in between, so that nobody's first list waits for all of them. */
export async function compileAhead(): Promise<void> {
  for (const id of shippedRulebookIds()) {
    await setImmediate()
    shippedRulebook(id)
  }
}
