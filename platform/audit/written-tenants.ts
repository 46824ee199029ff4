import type { TenantId } from '#kernel/id.ts'

const written = new Map<TenantId, number>()

/** Notes that this process wrote, or is about to write, an entry of this tenant, so that sealing looks there soon. */
export function markWritten(tenantId: TenantId): void {
  written.set(tenantId, performance.now())
}

/** Tenants written within the last `ms` milliseconds; older marks are forgotten. */
export function writtenWithin(ms: number): TenantId[] {
  const since = performance.now() - ms
  for (const [tenantId, at] of written) if (at < since) written.delete(tenantId)
  return [...written.keys()]
}
