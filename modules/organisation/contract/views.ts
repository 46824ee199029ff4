import { z } from 'zod'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import {
  absenceTerms,
  codesOf,
  holdingStatusTerms,
  identityTerms,
  postRoleTerms,
  sexTerms,
  unitChangeTerms,
} from '../domain/reference-lists.ts'
import { identityDoubts } from '../domain/identity-number.ts'
import { importPhases, importStatuses, rowOutcomes } from '../domain/import/import-state.ts'

/** A unit by name, as of the date the reply is about. */
export const unitRef = z.object({ id: idOf<'unit'>(), code: z.string(), name: z.string() })

/** A person by name. */
export const personRef = z.object({ id: idOf<'person'>(), fullName: z.string() })

/** A unit in the tree: parents come before their children. */
export const unitNode = z.object({
  id: idOf<'unit'>(),
  code: z.string(),
  /** Sent back with an act of reorganisation that names the unit. */
  version: z.number().int(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  level: z.string(),
  parentId: idOf<'unit'>().nullable(),
  /** People whose primary post is in this unit itself on the date. */
  people: z.number().int(),
  head: personRef.nullable(),
})

export const treeView = z.object({
  date: dateShape,
  units: z.array(unitNode),
  can: z.object({ foundRoot: z.boolean(), manageAny: z.boolean(), importAll: z.boolean() }),
})

/** Somebody who holds a post of the unit on the date. */
export const holderView = z.object({
  holdingId: idOf<'holding'>(),
  person: personRef,
  status: z.enum(codesOf(holdingStatusTerms)),
  isPrimary: z.boolean(),
  from: dateShape,
  to: dateShape.nullable(),
})

export const postView = z.object({
  id: idOf<'post'>(),
  code: z.string(),
  version: z.number().int(),
  title: z.string(),
  role: z.enum(codesOf(postRoleTerms)),
  isLeader: z.boolean(),
  publicContact: z.boolean(),
  peerGroup: z.string(),
  places: z.number().int(),
  from: dateShape,
  to: dateShape.nullable(),
  holders: z.array(holderView),
})

/** A stretch of the unit's life. */
export const spanView = z.object({
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  level: z.string(),
  parent: unitRef.nullable(),
  from: dateShape,
  to: dateShape.nullable(),
})

/** A reorganisation the unit took part in. */
export const unitChangeView = z.object({
  id: z.uuid(),
  kind: z.enum(codesOf(unitChangeTerms)),
  effectiveOn: dateShape,
  documentNumber: z.string(),
  documentDate: dateShape.nullable(),
  note: z.string(),
  predecessors: z.array(unitRef),
  successors: z.array(unitRef),
})

export const unitView = z.object({
  id: idOf<'unit'>(),
  code: z.string(),
  version: z.number().int(),
  date: dateShape,
  /** Whether the unit existed on the date; if not, name and place are those of the nearest day it did. */
  alive: z.boolean(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  level: z.string(),
  lifeFrom: dateShape,
  lifeTo: dateShape.nullable(),
  /** From the root down to the unit's parent. */
  path: z.array(unitRef),
  posts: z.array(postView),
  subunits: z.array(unitNode),
  history: z.array(spanView),
  changes: z.array(unitChangeView),
  can: z.object({ manage: z.boolean(), moveOut: z.boolean() }),
})

export const holdingView = z.object({
  id: idOf<'holding'>(),
  version: z.number().int(),
  post: z.object({ id: idOf<'post'>(), title: z.string(), role: z.enum(codesOf(postRoleTerms)) }),
  unit: unitRef,
  status: z.enum(codesOf(holdingStatusTerms)),
  isPrimary: z.boolean(),
  from: dateShape,
  to: dateShape.nullable(),
  decisionNumber: z.string(),
  decisionDate: dateShape.nullable(),
  can: z.object({ manage: z.boolean() }),
})

/** Personal detail (chi tiết nhân thân): only with the right to manage, or of oneself; reading it is in the ledger. */
export const personDetail = z.object({
  identity: z.array(
    z.object({
      kind: z.enum(codesOf(identityTerms)),
      version: z.number().int(),
      /** Dots and the last three digits; null when its key is missing on the server. */
      masked: z.string().nullable(),
      doubts: z.array(z.enum(identityDoubts)),
    }),
  ),
  sex: z.enum(codesOf(sexTerms)).nullable(),
  birthDate: dateShape.nullable(),
  absences: z.array(
    z.object({ id: idOf<'absence'>(), version: z.number().int(), kind: z.enum(codesOf(absenceTerms)), from: dateShape, to: dateShape, decisionNumber: z.string() }),
  ),
})

export const personView = z.object({
  id: idOf<'person'>(),
  code: z.string(),
  version: z.number().int(),
  fullName: z.string(),
  date: dateShape,
  /** Latest first. */
  holdings: z.array(holdingView),
  detail: personDetail.nullable(),
  can: z.object({ manage: z.boolean(), appoint: z.boolean() }),
})

/** A line of the people list: name, post, unit, nothing more. */
export const personLine = z.object({
  id: idOf<'person'>(),
  code: z.string(),
  fullName: z.string(),
  post: z.string().nullable(),
  unit: unitRef.nullable(),
  status: z.enum(codesOf(holdingStatusTerms)).nullable(),
  /** Further posts held on the date. */
  morePosts: z.number().int(),
})

export const searchView = z.object({
  people: z.array(personLine),
  units: z.array(z.object({ id: idOf<'unit'>(), code: z.string(), name: z.string(), path: z.string(), alive: z.boolean() })),
})

/** What is wrong in one cell of an uploaded workbook; words for `code` live in the screens' messages. */
export const cellProblem = z.object({
  cell: z.string(),
  header: z.string(),
  found: z.string(),
  expected: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
})

/** Something about a sheet as a whole. */
export const sheetNotice = z.object({
  sheet: z.string(),
  cell: z.string(),
  found: z.string(),
  expected: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
})

export const sheetCount = z.object({
  sheet: z.enum(['units', 'posts', 'people', 'holdings']),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  faulty: z.number().int(),
  warned: z.number().int(),
})

export const importView = z.object({
  id: idOf<'import'>(),
  fileName: z.string(),
  byteSize: z.number().int(),
  uploadedAt: z.string(),
  status: z.enum(importStatuses),
  phase: z.enum(importPhases),
  done: z.number().int(),
  total: z.number().int(),
  failure: z.string().nullable(),
  counts: z.array(sheetCount),
  notices: z.array(sheetNotice),
  can: z.object({ confirm: z.boolean(), discard: z.boolean() }),
})

export const importRow = z.object({
  sheetNo: z.number().int(),
  sheet: z.enum(['units', 'posts', 'people', 'holdings']),
  rowNo: z.number().int(),
  outcome: z.enum(rowOutcomes),
  cells: z.array(z.string()),
  problems: z.array(cellProblem),
})

/** What a command answers: the thing and its new version. */
export const changedView = z.object({ id: z.uuid(), version: z.number().int() })

export type UnitNode = z.output<typeof unitNode>
export type TreeView = z.output<typeof treeView>
export type UnitView = z.output<typeof unitView>
export type PostView = z.output<typeof postView>
export type PersonView = z.output<typeof personView>
export type AbsenceView = z.output<typeof personDetail>['absences'][number]
export type IdentityView = z.output<typeof personDetail>['identity'][number]
export type HoldingView = z.output<typeof holdingView>
export type PersonLine = z.output<typeof personLine>
export type SearchView = z.output<typeof searchView>
export type ImportView = z.output<typeof importView>
export type ImportRow = z.output<typeof importRow>
export type CellProblem = z.output<typeof cellProblem>
export type SheetNotice = z.output<typeof sheetNotice>
