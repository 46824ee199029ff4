import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const file = path.join(import.meta.dirname, '../package-lock.json')

interface Entry {
  readonly version?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lockfile {
  readonly packages: Readonly<Record<string, Entry>>
}

interface Missing {
  readonly name: string
  readonly wanted: string
  readonly dev: boolean
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm']

/**
 * Optional packages of other systems that the lock does not name. `npm ci` refuses such a lock everywhere, and
 * `npm install` leaves them out when the registry in use does not carry them.
 */
export function missingOptionalPackages(): Missing[] {
  const { packages } = readLock()
  return Object.values(packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, wanted]) => ({ name, wanted, dev: entry.dev === true })),
  )
}

/** Adds them with what their names say; nothing of them is fetched on this system. Answers how many. */
export function completeLockfile(): number {
  const lock = readLock()
  const missing = missingOptionalPackages()
  const added = missing.map(({ name, wanted, dev }): [string, Entry] => [`node_modules/${name}`, entryFor(name, wanted, dev)])
  const packages = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  if (added.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
  return added.length
}

function entryFor(name: string, wanted: string, dev: boolean): Entry {
  const words = name.split(/[/-]/)
  const system = systems.find((known) => words.includes(known))
  const processor = processors.find((known) => words.includes(known))
  if (system === undefined || processor === undefined) throw new Error(`the name ${name} tells no system`)
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : undefined
  return {
    version: wanted.replace(/^[\^~]/, ''),
    cpu: [processor],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: [system === 'windows' ? 'win32' : system],
  }
}

function readLock(): Lockfile {
  return JSON.parse(readFileSync(file, 'utf8')) as Lockfile
}
