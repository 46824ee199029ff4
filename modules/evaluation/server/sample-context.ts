import type { TenantId } from '#kernel/id.ts'
import type { SampleIds } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'

/** What the parts of the sample are stored with. */
export interface SampleContext {
  readonly tx: Tx<'evaluation'>
  readonly read: Reader
  readonly tenantId: TenantId
  readonly ids: SampleIds
}

/** What the sample calls by a code; a code it does not know is a mistake of the sample. */
export function known<Value>(ids: ReadonlyMap<string, Value>, code: string): Value {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`sample evaluation names an unknown code: ${code}`)
  return id
}
