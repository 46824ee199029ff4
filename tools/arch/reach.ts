import type { IModule } from 'dependency-cruiser'

const screens = /^(?:apps\/web|ui|platform\/web|modules\/[^/]+\/web)\/(?!.*\.test\.tsx?$)/
const buildsScreens = /^apps\/web\/(?:vite\.config|installable)\.ts$/
const server = /^(?:database|platform\/(?!web\/|contract\/)|modules\/[^/]+\/server|apps\/server)\/|(?:^|\/)node_modules\/(?:pg|kysely|fastify)\//

/**
 * Screens that reach the server through files in between, each with the import that leads there. The cruiser's own rule for this looks
 * for a path between every two files: three quarters of its time.
 */
export function screensReachingServer(modules: readonly Pick<IModule, 'source' | 'dependencies'>[]): string[] {
  const importers = new Map<string, string[]>()
  for (const { source, dependencies } of modules) for (const { resolved } of dependencies) importers.set(resolved, [...(importers.get(resolved) ?? []), source])
  const leadsBy = new Map<string, string>()
  const waiting = [...importers.keys()].filter((file) => server.test(file))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const importer of importers.get(file) ?? []) {
      if (leadsBy.has(importer)) continue
      leadsBy.set(importer, file)
      waiting.push(importer)
    }
  }
  return [...leadsBy].filter(([file]) => screens.test(file) && !buildsScreens.test(file)).map(([file, by]) => `screens-never-reach-the-server: ${file} → ${by}`)
}
