import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line, pageQuery, pageShape } from '#platform/contract/shapes.ts'
import { importRow, importView } from './views.ts'

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Largest workbook taken in. */
export const importBytes = 50 * 1024 * 1024

const importParams = z.object({ importId: idOf<'import'>() })

/** Import of units, posts, people and holdings from a workbook, and export of the same. */
export const importRoutes = defineRoutes({
  downloadTemplate: {
    method: 'GET',
    path: '/api/organisation/import-template',
    summary: 'The workbook to fill in',
    permission: 'organisation:manage',
    reply: { file: [xlsx] },
    refusals: [],
  },
  exportAll: {
    method: 'GET',
    path: '/api/organisation/export',
    summary: 'Everything in the form of the import template; the export is in the ledger',
    permission: 'organisation:manage',
    reply: { file: [xlsx] },
    refusals: [],
  },
  uploadImport: {
    method: 'POST',
    path: '/api/organisation/imports',
    summary: 'Send in a workbook; it is checked, nothing is stored',
    permission: 'organisation:manage',
    query: z.object({ fileName: line(200) }),
    body: { upload: true, maxBytes: importBytes },
    reply: z.object({ id: idOf<'import'>() }),
    refusals: ['organisation.import.not-a-workbook'],
  },
  listImports: {
    method: 'GET',
    path: '/api/organisation/imports',
    summary: 'The latest imports',
    permission: 'organisation:manage',
    reply: z.object({ imports: z.array(importView) }),
    refusals: [],
  },
  getImport: {
    method: 'GET',
    path: '/api/organisation/imports/:importId',
    summary: 'Where an import stands; asked again while it is checked',
    permission: 'organisation:manage',
    params: importParams,
    reply: importView,
    refusals: ['organisation.import.not-found'],
  },
  listImportRows: {
    method: 'GET',
    path: '/api/organisation/imports/:importId/rows',
    summary: 'Preview of the rows with each bad cell marked',
    permission: 'organisation:manage',
    params: importParams,
    query: z.object({ ...pageQuery, only: z.enum(['all', 'problems', 'changes']).default('all'), sheet: z.enum(['units', 'posts', 'people', 'holdings']).optional() }),
    reply: pageShape(importRow),
    refusals: ['organisation.import.not-found'],
  },
  confirmImport: {
    method: 'POST',
    path: '/api/organisation/imports/:importId/confirm',
    summary: 'Store the checked workbook, all or nothing',
    permission: 'organisation:manage',
    params: importParams,
    reply: z.object({ id: idOf<'import'>(), created: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }),
    refusals: ['organisation.import.not-found', 'organisation.import.not-ready', 'organisation.import.settled', 'organisation.import.stale'],
  },
  discardImport: {
    method: 'POST',
    path: '/api/organisation/imports/:importId/discard',
    summary: 'Throw the workbook away',
    permission: 'organisation:manage',
    params: importParams,
    reply: z.object({ id: idOf<'import'>() }),
    refusals: ['organisation.import.not-found', 'organisation.import.settled'],
  },
})
