import type { Lines } from './line.ts'
import { rulesOfAccounts } from './rules-of-accounts.ts'
import { rulesOfCampaigns } from './rules-of-campaigns.ts'
import { rulesOfNewsroom } from './rules-of-newsroom.ts'
import { rulesOfOrganisation } from './rules-of-organisation.ts'
import { rulesOfPersonalData } from './rules-of-personal-data.ts'
import { rulesOfResults } from './rules-of-results.ts'
import { rulesOfRounds } from './rules-of-rounds.ts'
import { rulesOfWork } from './rules-of-work.ts'

/** The rule of every route of every module, by `module.route`. A route without one fails the matrix, by name. */
export const rules: Lines = { ...rulesOfOrganisation, ...rulesOfAccounts, ...rulesOfWork, ...rulesOfCampaigns, ...rulesOfResults, ...rulesOfRounds, ...rulesOfNewsroom, ...rulesOfPersonalData }
