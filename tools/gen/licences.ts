import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

const lockFile = path.join(import.meta.dirname, '../../package-lock.json')

/** Licences under which somebody may use, change and pass on the program: permissive ones, MPL by file, OFL for fonts. */
const accepted = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'MPL-2.0', 'OFL-1.1'])

/** Licences that a package names in its readme only. */
const saidInReadme: Readonly<Record<string, string>> = { 'combine-errors': 'MIT' }

/** Each package of the running program with its licence, as the lockfile has them. */
function usedPackages(): ReadonlyMap<string, string> {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, Locked> }
  const used = Object.entries(packages).filter(([place, entry]) => place !== '' && entry.dev !== true && entry.link !== true)
  const known = new Map(used.flatMap(([place, entry]) => (entry.license === undefined ? [] : [[nameOf(place), entry.license]])))
  // Parts for other systems may come without their particulars; they are the same package built for another machine.
  const familyOf = (name: string) => [...known].filter(([other]) => name.startsWith(`${other}-`)).toSorted((a, b) => b[0].length - a[0].length)[0]?.[1]
  return new Map(used.map(([place, entry]) => [`${nameOf(place)} ${entry.version ?? ''}`, entry.license ?? saidInReadme[nameOf(place)] ?? familyOf(nameOf(place)) ?? 'unknown']))
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Whether every part of a licence expression that binds is accepted: all of an AND, one of an OR. */
export function isAccepted(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '')
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAccepted)
  return plain.split(' AND ').every((part) => accepted.has(part.trim()))
}

/** Packages of the running program whose licence nobody accepted yet. */
export function unacceptedLicences(): string[] {
  return [...usedPackages()].filter(([, licence]) => !isAccepted(licence)).map(([name, licence]) => `${name}: ${licence}`)
}

/** The list of licences as a page, by licence. */
export function licencePage(): string {
  const byLicence = Map.groupBy(usedPackages(), ([, licence]) => licence)
  const sections = [...byLicence]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([licence, packages]) => `## ${licence} (${packages.length})\n\n${packages.map(([name]) => name).toSorted().join(', ')}\n`)
  return `# Licences of what the program is made of\n\nPrinted from package-lock.json by \`npm run generate\`; a test refuses a licence nobody accepted. The bill of materials: \`npm run sbom\` (CycloneDX).\n\n${sections.join('\n')}`
}
