import type { Handlers } from '#platform/http/handler.ts'
import type { resultRoutes } from '../../contract/result-routes.ts'
import { answerPetition } from './answer-petition.ts'
import { decideAsProposed } from './decide-as-proposed.ts'
import { decide } from './decide.ts'
import { filePetition } from './file-petition.ts'
import { form01 } from './form01.ts'
import { form02 } from './form02.ts'
import { getResult } from './get-result.ts'
import { history } from './history.ts'
import { listPetitions } from './list-petitions.ts'
import { listResults } from './list-results.ts'
import { quotas } from './quotas.ts'
import { remindPetition } from './remind-petition.ts'
import { replaceResult } from './replace-result.ts'
import { respond } from './respond.ts'
import { resultProof } from './result-proof.ts'
import { resultForm } from './result-form.ts'
import { resultsWorkbook } from './results-workbook.ts'
import { withdrawPetition } from './withdraw-petition.ts'

export const resultHandlers: Handlers<typeof resultRoutes> = {
  listResults,
  getResult,
  quotas,
  decide,
  decideAsProposed,
  respond,
  filePetition,
  listPetitions,
  answerPetition,
  withdrawPetition,
  remindPetition,
  replaceResult,
  history,
  form01,
  form02,
  resultForm,
  resultProof,
  resultsWorkbook,
}
