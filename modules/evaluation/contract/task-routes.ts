import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose, secrecyShape } from '#platform/contract/shapes.ts'
import { mostGroups } from '../domain/catalogue.ts'
import { evidenceView, taskOrigins, taskStatuses, taskView } from './views.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const maxWorkbook = 50 * 1024 * 1024
const maxEvidence = 20 * 1024 * 1024

export const productView = z.object({
  id: idOf<'product'>(),
  version: z.number().int(),
  code: z.string(),
  name: z.string(),
  part: z.enum(['A', 'B.I', 'B.II']),
  unit: z.object({ id: idOf<'unit'>(), name: z.string() }).nullable(),
  field: z.string(),
  unitOfCount: z.string(),
  complexityGroup: z.string(),
  points: z.string(),
  coefficient: z.string(),
  coefficientShown: z.string(),
  status: z.enum(['proposed', 'approved', 'retired']),
  decisionNumber: z.string(),
})

export const catalogueView = z.object({
  id: idOf<'catalogue'>(),
  version: z.number().int(),
  name: z.string(),
  decisionNumber: z.string(),
  decisionDate: dateShape,
  issuer: z.string(),
  validFrom: dateShape,
  validTo: dateShape.nullable(),
  standardProduct: z.string(),
  standardPoints: z.string(),
  groups: z.array(z.object({ code: z.string(), name: z.string(), maxPoints: z.string() })),
  counts: z.object({ approved: z.number().int(), proposed: z.number().int(), retired: z.number().int() }),
  manages: z.boolean(),
})

const pointsText = z.string().regex(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,2})?$/)

/** The catalogue in force on this day instead of today: an officer prepares the next one before it begins. */
const onDay = { on: dateShape.optional() }

const productBody = z.object({
  code: line(35),
  name: line(500),
  part: z.enum(['A', 'B.I', 'B.II']),
  unitId: idOf<'unit'>().nullable(),
  field: line(120),
  unitOfCount: line(60),
  complexityGroup: line(20),
  points: pointsText,
  decisionNumber: z.string().max(60).default(''),
})

const catalogueBody = z.object({
  name: line(300),
  decisionNumber: line(60),
  decisionDate: dateShape,
  issuer: line(200),
  validFrom: dateShape,
  standardProduct: line(300),
  standardPoints: pointsText,
  groups: z.array(z.object({ code: line(20), name: line(200), maxPoints: pointsText })).min(1).max(mostGroups),
})

/** One bad cell of an uploaded workbook: where, what stood there, what was expected. */
export const cellProblem = z.object({
  sheet: z.string(),
  cell: z.string(),
  header: z.string(),
  found: z.string(),
  expected: z.string(),
  code: z.string(),
})

export const productImportView = z.object({
  importId: z.string(),
  fileName: z.string(),
  counts: z.object({ new: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), faulty: z.number().int() }),
  problems: z.array(cellProblem),
  sample: z.array(z.object({ row: z.number().int(), outcome: z.enum(['new', 'changed', 'unchanged', 'faulty']), code: z.string(), name: z.string(), coefficient: z.string() })),
})

export const catalogueRoutes = defineRoutes({
  getCatalogue: {
    method: 'GET',
    path: '/api/evaluation/catalogue',
    summary: 'The product catalogue in force on a day (default today; then the next one to come), or none',
    permission: 'organisation:read',
    query: z.object(onDay),
    reply: z.object({ catalogue: catalogueView.nullable(), manages: z.boolean() }),
    refusals: [],
  },
  saveCatalogue: {
    method: 'PUT',
    path: '/api/evaluation/catalogue',
    summary: 'Issue a catalogue (or change the head of the present one): decision, standard product, at most five groups',
    permission: 'evaluation:manage',
    body: catalogueBody.extend({ id: idOf<'catalogue'>().nullable(), version: z.number().int() }),
    reply: z.object({ id: idOf<'catalogue'>(), version: z.number().int() }),
    refusals: [
      'evaluation.catalogue.changed',
      'evaluation.catalogue.overlap',
      'evaluation.catalogue.group-in-use',
      'evaluation.catalogue.group-twice',
      'evaluation.catalogue.standard-in-use',
      'platform.not-found',
    ],
  },
  listProducts: {
    method: 'GET',
    path: '/api/evaluation/products',
    summary: 'Products of the catalogue, filtered; by code',
    permission: 'organisation:read',
    query: z.object({ ...pageQuery, ...onDay, search: z.string().max(100).optional(), group: z.string().max(20).optional(), unitId: z.uuid().optional(), field: z.string().max(120).optional(), status: z.enum(['proposed', 'approved', 'retired']).optional() }),
    reply: pageShape(productView),
    refusals: ['platform.bad-page-key'],
  },
  saveProduct: {
    method: 'PUT',
    path: '/api/evaluation/products',
    summary: 'Add or change a product; tasks already assigned keep their coefficient',
    permission: 'evaluation:manage',
    body: productBody.extend({ id: idOf<'product'>().nullable(), version: z.number().int(), ...onDay }),
    reply: z.object({ id: idOf<'product'>(), version: z.number().int(), coefficient: z.string() }),
    refusals: ['evaluation.catalogue.none', 'evaluation.product.changed', 'evaluation.product.code-taken', 'evaluation.product.unknown-group', 'evaluation.product.unknown-unit', 'evaluation.product.points-above-group', 'platform.not-found'],
  },
  proposeProduct: {
    method: 'POST',
    path: '/api/evaluation/products/proposals',
    summary: 'Propose new work outside the catalogue for addition (article 13.3)',
    permission: 'evaluation:assign',
    body: productBody,
    reply: z.object({ id: idOf<'product'>(), version: z.number().int() }),
    refusals: ['evaluation.catalogue.none', 'evaluation.product.code-taken', 'evaluation.product.unknown-group', 'evaluation.product.unknown-unit', 'evaluation.product.points-above-group'],
  },
  settleProduct: {
    method: 'POST',
    path: '/api/evaluation/products/:productId/settle',
    summary: 'Approve a proposed product with its decision, or retire a product',
    permission: 'evaluation:manage',
    params: z.object({ productId: idOf<'product'>() }),
    body: z.object({ version: z.number().int(), act: z.enum(['approve', 'retire']), decisionNumber: z.string().max(60).default('') }),
    reply: z.object({ version: z.number().int(), status: z.enum(['approved', 'retired']) }),
    refusals: ['evaluation.product.changed', 'evaluation.product.decision-needed', 'evaluation.product.wrong-status', 'platform.not-found'],
  },
  productTemplate: {
    method: 'GET',
    path: '/api/evaluation/products/template',
    summary: 'Workbook to fill in',
    permission: 'evaluation:manage',
    query: z.object(onDay),
    reply: { file: [xlsx] },
    refusals: ['evaluation.catalogue.none'],
  },
  exportProducts: {
    method: 'GET',
    path: '/api/evaluation/products/export',
    summary: 'The catalogue in the format of the template',
    permission: 'organisation:read',
    query: z.object(onDay),
    reply: { file: [xlsx] },
    refusals: ['evaluation.catalogue.none'],
  },
  checkProductImport: {
    method: 'POST',
    path: '/api/evaluation/products/imports',
    summary: 'Check a workbook; nothing is stored until confirmed',
    permission: 'evaluation:manage',
    query: z.object({ fileName: line(200), ...onDay }),
    body: { upload: true, maxBytes: maxWorkbook },
    reply: productImportView,
    refusals: ['evaluation.catalogue.none', 'evaluation.import.unreadable', 'platform.not-found'],
  },
  confirmProductImport: {
    method: 'POST',
    path: '/api/evaluation/products/imports/:importId/confirm',
    summary: 'Store a checked workbook, all or nothing',
    permission: 'evaluation:manage',
    params: z.object({ importId: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: z.object(onDay),
    reply: z.object({ stored: z.number().int(), unchanged: z.number().int() }),
    refusals: ['evaluation.catalogue.none', 'evaluation.import.gone', 'evaluation.import.faulty', 'evaluation.import.unreadable', 'platform.not-found'],
  },
})

const taskId = z.object({ taskId: idOf<'task'>() })
const version = z.number().int()
const changed = z.object({ version, status: z.enum(taskStatuses) })
const quantity = z.number().int().min(1).max(100_000)

export const taskRoutes = defineRoutes({
  listTasks: {
    method: 'GET',
    path: '/api/evaluation/tasks',
    summary: 'Tasks the actor may see: own, or of people under the actor',
    permission: 'organisation:read',
    query: z.object({ ...pageQuery, personId: z.uuid().optional(), unitId: z.uuid().optional(), month: dateShape.optional(), status: z.enum(taskStatuses).optional(), origin: z.enum(taskOrigins).optional(), search: z.string().max(100).optional(), who: z.enum(['me', 'mine']).default('me') }),
    reply: pageShape(taskView).extend({ canAssign: z.boolean() }),
    refusals: ['platform.bad-page-key'],
  },
  getTask: {
    method: 'GET',
    path: '/api/evaluation/tasks/:taskId',
    summary: 'One task with its evidence',
    permission: 'organisation:read',
    params: taskId,
    reply: taskView,
    refusals: ['platform.not-found'],
  },
  assignablePeople: {
    method: 'GET',
    path: '/api/evaluation/assignable-people',
    summary: 'People the actor may assign tasks to today',
    permission: 'evaluation:assign',
    reply: z.object({ people: z.array(z.object({ id: idOf<'person'>(), fullName: z.string(), title: z.string(), unit: z.object({ id: idOf<'unit'>(), name: z.string() }) })) }),
    refusals: [],
  },
  assignTask: {
    method: 'POST',
    path: '/api/evaluation/tasks',
    summary: 'Assign a product to people: quantity and deadline; the coefficient is frozen (article 18.1)',
    permission: 'evaluation:assign',
    body: z.object({ personIds: z.array(idOf<'person'>()).min(1).max(200), productId: idOf<'product'>(), title: z.string().max(500).default(''), quantity, deadline: dateShape }),
    reply: z.object({ taskIds: z.array(idOf<'task'>()) }),
    refusals: ['evaluation.task.not-yours', 'evaluation.task.product-not-in-force', 'evaluation.task.period-closed'],
  },
  addAdHocTask: {
    method: 'POST',
    path: '/api/evaluation/tasks/ad-hoc',
    summary: 'Record unplanned work in seconds; the superior confirms it (article 18.1d)',
    permission: 'evaluation:self',
    body: z.object({ productId: idOf<'product'>(), title: line(500), quantity, completed: z.number().int().min(0).max(100_000), completedOn: dateShape }),
    reply: z.object({ taskId: idOf<'task'>(), status: z.enum(taskStatuses) }),
    refusals: ['evaluation.task.product-not-in-force', 'evaluation.task.above-assigned', 'evaluation.task.date-in-future', 'evaluation.task.period-closed'],
  },
  approveAdHocTask: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/approval',
    summary: 'The superior accepts or declines ad-hoc work',
    permission: 'evaluation:self',
    params: taskId,
    body: z.object({ version, accept: z.boolean(), reason: prose(500) }),
    reply: changed,
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.reason-needed', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  reportTask: {
    method: 'PUT',
    path: '/api/evaluation/tasks/:taskId/result',
    summary: 'The cadre records what was done (article 18.2)',
    permission: 'evaluation:self',
    params: taskId,
    body: z.object({ version, completed: z.number().int().min(0).max(100_000), completedOn: dateShape.nullable(), note: prose(2000) }),
    reply: changed,
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.above-assigned', 'evaluation.task.date-needed', 'evaluation.task.date-in-future', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  judgeTask: {
    method: 'PUT',
    path: '/api/evaluation/tasks/:taskId/judgement',
    summary: 'The superior records failed quality checks, late events and confirmed objective causes (article 14.2)',
    permission: 'evaluation:self',
    params: taskId,
    body: z.object({ version, completed: z.number().int().min(0).max(100_000), qualityFaults: z.number().int().min(0).max(1000), lateEvents: z.number().int().min(0).max(1000), qualityExcused: z.boolean(), lateExcused: z.boolean(), excuseReason: prose(1000) }),
    reply: changed,
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.above-assigned', 'evaluation.task.reason-needed', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  handBackTask: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/hand-back',
    summary: 'Report that a task cannot be done: it stays in the assigned quantity and earns nothing (article 18.1d)',
    permission: 'evaluation:self',
    params: taskId,
    body: z.object({ version, reason: line(1000) }),
    reply: changed,
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  reassignTask: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/reassignment',
    summary: 'Give a handed-back task to somebody else, who earns it beyond the own plan (article 18.1d)',
    permission: 'evaluation:assign',
    params: taskId,
    body: z.object({ version, personId: idOf<'person'>(), deadline: dateShape }),
    reply: z.object({ taskId: idOf<'task'>() }),
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.not-yours', 'evaluation.task.already-reassigned', 'evaluation.task.same-person', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  cancelTask: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/cancellation',
    summary: 'Withdraw a task that is no longer needed; it counts nowhere',
    permission: 'evaluation:assign',
    params: taskId,
    body: z.object({ version, reason: line(1000) }),
    reply: changed,
    refusals: ['evaluation.task.changed', 'evaluation.task.wrong-status', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  addEvidenceFile: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/evidence/files',
    summary: 'Attach a file; its content must be what its name says, and nothing classified',
    permission: 'evaluation:self',
    params: taskId,
    query: z.object({ fileName: line(200), secrecy: secrecyShape }),
    body: { upload: true, maxBytes: maxEvidence },
    reply: evidenceView,
    refusals: ['evaluation.evidence.kind-refused', 'evaluation.evidence.not-what-it-says', 'evaluation.evidence.empty', 'platform.classified', 'evaluation.task.wrong-status', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  addEvidenceLink: {
    method: 'POST',
    path: '/api/evaluation/tasks/:taskId/evidence/links',
    summary: 'Attach the address of a document kept elsewhere',
    permission: 'evaluation:self',
    params: taskId,
    body: z.object({ name: line(200), address: z.string().max(1000) }),
    reply: evidenceView,
    refusals: ['evaluation.evidence.bad-address', 'evaluation.evidence.classified', 'evaluation.task.wrong-status', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  removeEvidence: {
    method: 'DELETE',
    path: '/api/evaluation/evidence/:evidenceId',
    summary: 'Take evidence away while the task is open',
    permission: 'evaluation:self',
    params: z.object({ evidenceId: z.uuid() }),
    reply: z.object({ removed: z.literal(true) }),
    refusals: ['evaluation.task.wrong-status', 'evaluation.task.period-closed', 'platform.not-found'],
  },
  downloadEvidence: {
    method: 'GET',
    path: '/api/evaluation/evidence/:evidenceId',
    summary: 'The file of an evidence entry',
    permission: 'organisation:read',
    params: z.object({ evidenceId: z.uuid() }),
    reply: { file: ['application/octet-stream'] },
    refusals: ['platform.not-found'],
  },
})
