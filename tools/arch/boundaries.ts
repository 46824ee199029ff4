import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import { screensReachingServer } from './reach.ts'

const root = path.join(import.meta.dirname, '../..')
const canary = path.join(import.meta.dirname, 'canary')
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden']
  options: ICruiseOptions
}

/** One import that a rule refuses, as `rule: from → to`. */
export type Violation = string

// Sins planted in the canary tree, one file each, with the rule that must report it.
const planted: readonly (readonly [file: string, rule: string])[] = [
  ['kernel/reaches-platform.ts', 'kernel-imports-nothing'],
  ['kernel/innocent.ts', 'kernel-imports-nothing'],
  ['platform/db/knows-module.ts', 'platform-knows-no-module'],
  ['ui/knows-module.ts', 'ui-knows-no-office'],
  ['apps/server/opens-store.ts', 'apps-use-front-doors'],
  ['modules/organisation/server/calls-higher.ts', 'order-organisation'],
  ['modules/evaluation/domain/uses-database.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/reads-files.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/draws.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/type-of-platform.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/written-type.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/foreign-domain.ts', 'domain-is-pure'],
  ['modules/evaluation/domain/circle-a.ts', 'no-cycle'],
  ['modules/evaluation/contract/asks-server.ts', 'contract-is-shared'],
  ['modules/evaluation/server/foreign-store.ts', 'server-uses-front-doors'],
  ['modules/evaluation/server/foreign-store-by-alias.ts', 'server-uses-front-doors'],
  ['modules/evaluation/server/uses-builders.ts', 'product-imports-no-tests'],
  ['modules/evaluation/server/uses-test-library.ts', 'declared-dependencies-only'],
  ['modules/evaluation/server/asks-nobody.ts', 'import-resolves'],
  ['modules/evaluation/web/imports-server.ts', 'web-stays-in-the-browser'],
  ['modules/evaluation/web/imports-later.ts', 'web-stays-in-the-browser'],
  ['modules/evaluation/web/passes-on.ts', 'web-stays-in-the-browser'],
  ['modules/evaluation/web/through-innocent.ts', 'screens-never-reach-the-server'],
  ['modules/planning/server/knows-neighbour.ts', 'order-planning'],
]

const clean = [
  'kernel/clean.ts',
  'modules/organisation/domain/unit.ts',
  'modules/organisation/server/store.ts',
  'modules/evaluation/domain/clean.ts',
  'modules/evaluation/server/uses-front-door.ts',
]

/** Every refused import of the project. */
export async function boundaryViolations(): Promise<Violation[]> {
  const { modules, violations } = await look(root, ['apps', 'bench', 'bin', 'database', 'kernel', 'modules', 'platform', 'ui'])
  // With an unsupported TypeScript the tool looks at nothing and is content.
  if (modules < 100) return [`only ${modules} files were looked at`]
  return violations
}

/** What the rules fail to say about the planted tree: sins not reported, and clean files that are. */
export async function canaryFailures(): Promise<string[]> {
  const { violations } = await look(canary, ['apps', 'kernel', 'modules', 'platform', 'ui'])
  const missed = planted
    .filter(([file, rule]) => !violations.some((violation) => violation.startsWith(`${rule}: ${file} `)))
    .map(([file, rule]) => `not reported: ${rule} in ${file}`)
  const wrong = violations.filter((violation) => clean.some((file) => violation.includes(`: ${file} `)))
  return [...missed, ...wrong.map((violation) => `reported though clean: ${violation}`)]
}

async function look(folder: string, places: readonly string[]): Promise<{ modules: number; violations: Violation[] }> {
  const options: ICruiseOptions = {
    ...config.options,
    baseDir: folder,
    ruleSet: { forbidden: config.forbidden ?? [] },
    validate: true,
    exclude: { path: '^tools/arch/canary/' },
  }
  const result = await cruise(places.filter((place) => existsSync(path.join(folder, place))), options)
  if (typeof result.output === 'string') throw new Error('the cruiser answered with text')
  const { summary, modules } = result.output
  return {
    modules: modules.length,
    violations: [...summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`), ...screensReachingServer(modules)],
  }
}
