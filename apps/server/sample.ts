import type { SampleAccount } from '#modules/accounts/contract/routes.ts'
import type { Services } from '#platform/http/serve.ts'

/** Loads the sample commune of every module and opens one account per role. */
export async function loadSample(_services: Services, _now: Date): Promise<SampleAccount[]> {
  throw new Error('the sample is being assembled')
}
