import type { Id, TenantId } from '#kernel/id.ts'
import { checkImport, type CheckServices } from './check-import.ts'

/** Runs checks in the background of this server, each import once at a time. */
export interface ImportChecker {
  /** Starts a check unless this server is at it; which server does it is settled in the database. */
  start(tenantId: TenantId, importId: Id<'import'>): void
  /** Waits for the checks that run. */
  settled(): Promise<void>
}

/** A checker over the program's database. `onError` hears of faults that are no refusal. */
export function createImportChecker(services: CheckServices, onError: (error: unknown) => void): ImportChecker {
  const running = new Map<string, Promise<void>>()
  return {
    start(tenantId, importId) {
      if (running.has(importId)) return
      const run = checkImport(services, tenantId, importId)
        .catch(onError)
        .finally(() => running.delete(importId))
      running.set(importId, run)
    },
    async settled() {
      await Promise.all(running.values())
    },
  }
}
