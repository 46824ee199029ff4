import { accountsDisposals, accountsOfPeople } from '#modules/accounts/server/index.ts'
import { evaluationDisposals, namedInEvaluation } from '#modules/evaluation/server/index.ts'
import { namedInNewsroom, storiesDisposal } from '#modules/newsroom/server/index.ts'
import { organisationDisposals, peopleDisposal } from '#modules/organisation/server/index.ts'
import { namedInPersonalData } from '#modules/personal-data/server/index.ts'
import { withHoldings, type Disposal } from '#platform/retention/disposal.ts'

/** How every record class that has a period is found and deleted; what hangs on people before people. */
export const disposals: readonly Disposal[] = [
  ...accountsDisposals,
  ...organisationDisposals,
  ...evaluationDisposals,
  storiesDisposal,
  withHoldings(peopleDisposal, [namedInEvaluation, namedInNewsroom, namedInPersonalData, accountsOfPeople]),
]
