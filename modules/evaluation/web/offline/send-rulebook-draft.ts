import type { z } from 'zod'
import { call } from '#platform/web/client.ts'
import type { Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { editionRoutes, type editionRow } from '../../contract/edition-routes.ts'
import { places } from '../places.ts'
import { sentWords } from './work-words.ts'

type Edition = z.output<typeof editionRow>

/** The text of a rulebook's draft as work of the outbox. */
export function rulebookDraftWork(edition: Edition): { key: string; about: WorkAbout } {
  return {
    key: `rulebook/${edition.id}`,
    about: { kind: 'evaluation.rulebook-draft', params: { editionId: edition.id }, title: sentWords.rulebookDraft, detail: edition.name.vi, place: places.edition(edition.id).to },
  }
}

/** Saves the text of a draft. */
export const sendRulebookDraft: Sender = (params, value, { requestId, version, signal }) =>
  call(editionRoutes.saveEdition, { params: { editionId: params['editionId'] as Edition['id'] }, body: { version, source: value as string } }, { requestId, ...(signal ? { signal } : {}) })
