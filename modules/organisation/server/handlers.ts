import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { organisationRoutes as routes } from '../contract/routes.ts'
import { changePost } from './change-post.ts'
import { changeUnits } from './change-units.ts'
import { correctUnit } from './correct-unit.ts'
import { createPost } from './create-post.ts'
import { getPerson } from './get-person.ts'
import { getUnit } from './get-unit.ts'
import { getUnitTree } from './get-unit-tree.ts'
import { listPeople } from './list-people.ts'
import { removeHolding, type HoldingUse } from './remove-holding.ts'
import { addAbsence, changeAbsence, removeAbsence } from './save-absence.ts'
import { appoint, changeHolding } from './save-holding.ts'
import { changePerson, createPerson } from './save-person.ts'
import { search } from './search.ts'

/** The module's handlers: wiring only. */
export const organisationHandlers = (holdingUses: readonly HoldingUse[], fields: FieldCipher): Handlers<typeof routes> => ({
  getUnitTree: query(routes.getUnitTree, ({ query: { date }, actor, read, today }) => getUnitTree(read, actor, date ?? today)),

  getUnit: query(routes.getUnit, ({ params, query: { date }, actor, read, today }) => getUnit(read, actor, params.unitId, date ?? today, today)),

  changeUnits: command(routes.changeUnits, async ({ body, tx, actor, today, record }) => {
    const done = await changeUnits(tx, actor, body, today)
    record({ action: `organisation.unit.${body.kind}`, subject: { kind: 'unit', id: done.unitId }, data: { ...done, effectiveOn: body.effectiveOn, documentNumber: body.documentNumber } })
    return done
  }),

  correctUnit: command(routes.correctUnit, async ({ params, body, tx, actor, today, record }) => {
    const done = await correctUnit(tx, actor, params.unitId, body, today)
    record({ action: 'organisation.unit.corrected', subject: { kind: 'unit', id: params.unitId }, data: { ...body, version: done.version } })
    return done
  }),

  createPost: command(routes.createPost, async ({ params, body, tx, actor, today, record }) => {
    const done = await createPost(tx, actor, params.unitId, body, today)
    record({ action: 'organisation.post.created', subject: { kind: 'post', id: done.id }, data: { ...body, unitId: params.unitId } })
    return done
  }),

  changePost: command(routes.changePost, async ({ params, body, tx, actor, today, record }) => {
    const done = await changePost(tx, actor, params.postId, body, today)
    record({ action: 'organisation.post.changed', subject: { kind: 'post', id: params.postId }, data: { ...body, version: done.version } })
    return done
  }),

  listPeople: query(routes.listPeople, ({ query: { date, ...filter }, actor, read, today }) => listPeople(read, actor, filter, date ?? today, today)),

  search: query(routes.search, ({ query: { text }, actor, read, today }) => search(read, actor, text, today)),

  getPerson: query(routes.getPerson, async ({ params, query: { date }, actor, read, today, record }) => {
    const { view, readsDetail } = await getPerson(read, fields, actor, params.personId, date ?? today, today)
    if (readsDetail) record({ action: 'organisation.person.detail-read', subject: { kind: 'person', id: params.personId } })
    return view
  }),

  createPerson: command(routes.createPerson, async ({ body, tx, actor, today, record }) => {
    const done = await createPerson(tx, actor, body, today)
    record({ action: 'organisation.person.created', subject: { kind: 'person', id: done.id }, data: { code: body.code } })
    return done
  }),

  changePerson: command(routes.changePerson, async ({ params, body, tx, actor, today, record }) => {
    const done = await changePerson(tx, actor, params.personId, body, today)
    record({ action: 'organisation.person.changed', subject: { kind: 'person', id: params.personId }, data: { code: body.code, version: done.version } })
    return done
  }),

  appoint: command(routes.appoint, async ({ body, tx, actor, today, record }) => {
    const done = await appoint(tx, actor, body, today)
    record({ action: 'organisation.holding.created', subject: { kind: 'holding', id: done.id }, data: { ...body } })
    return done
  }),

  changeHolding: command(routes.changeHolding, async ({ params, body, tx, actor, today, record }) => {
    const done = await changeHolding(tx, actor, params.holdingId, body, today)
    record({ action: 'organisation.holding.changed', subject: { kind: 'holding', id: params.holdingId }, data: { ...body, ...done } })
    return done
  }),

  removeHolding: command(routes.removeHolding, async ({ params, body, tx, actor, today, record }) => {
    const removed = await removeHolding(tx, actor, params.holdingId, body.version, holdingUses, today)
    record({ action: 'organisation.holding.removed', subject: { kind: 'holding', id: params.holdingId }, data: { ...removed, reason: body.reason } })
    return { id: params.holdingId }
  }),

  addAbsence: command(routes.addAbsence, async ({ params, body, tx, actor, today, record }) => {
    const done = await addAbsence(tx, actor, params.personId, body, today)
    record({ action: 'organisation.absence.added', subject: { kind: 'absence', id: done.id }, data: { ...body, personId: params.personId } })
    return done
  }),

  changeAbsence: command(routes.changeAbsence, async ({ params, body, tx, actor, today, record }) => {
    const done = await changeAbsence(tx, actor, params.absenceId, body, today)
    record({ action: 'organisation.absence.changed', subject: { kind: 'absence', id: params.absenceId }, data: { ...body, ...done } })
    return done
  }),

  removeAbsence: command(routes.removeAbsence, async ({ params, body, tx, actor, today, record }) => {
    const removed = await removeAbsence(tx, actor, params.absenceId, body.version, today)
    record({ action: 'organisation.absence.removed', subject: { kind: 'absence', id: params.absenceId }, data: { ...removed, reason: body.reason } })
    return { id: params.absenceId }
  }),
})
