import type { Handlers } from '#platform/http/handler.ts'
import type { editionRoutes } from '../../contract/edition-routes.ts'
import { checkEdition } from './check-edition.ts'
import { compareEdition } from './compare-edition.ts'
import { createEdition } from './create-edition.ts'
import { discardEdition } from './discard-edition.ts'
import { getEdition } from './get-edition.ts'
import { issueEdition } from './issue-edition.ts'
import { listEditions } from './list-editions.ts'
import { retireEdition } from './retire-edition.ts'
import { saveEdition } from './save-edition.ts'
import { simulateEdition } from './simulate-edition.ts'

export const editionHandlers: Handlers<typeof editionRoutes> = {
  listEditions,
  createEdition,
  getEdition,
  saveEdition,
  discardEdition,
  checkEdition,
  compareEdition,
  simulateEdition,
  issueEdition,
  retireEdition,
}
