import { z } from 'zod'
import { secrecyLevels } from '#kernel/secrecy.ts'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape } from '#platform/contract/shapes.ts'
import { stubAbouts } from '../domain/classified/stub.ts'

const about = { kind: z.enum(stubAbouts), id: z.uuid() }

/** All that is kept of a classified paper: number, date, issuer, level, where it is kept. */
const said = {
  number: line(60),
  issuedOn: dateShape,
  issuer: line(200),
  secrecy: z.enum(secrecyLevels),
  keptAt: line(200),
}

export const stubView = z.object({ id: idOf<'classified-stub'>(), ...said, number: z.string(), issuer: z.string(), keptAt: z.string(), addedAt: z.iso.datetime() })

export const classifiedRoutes = defineRoutes({
  addStub: {
    method: 'POST',
    path: '/api/personal-data/classified',
    summary: 'Record a stub in place of a classified paper; it has no room for content or abstract',
    permission: 'organisation:read',
    body: z.strictObject({ about: z.object(about), ...said }),
    reply: stubView,
    refusals: ['personal-data.stub.content', 'platform.not-found'],
  },
  stubsAbout: {
    method: 'GET',
    path: '/api/personal-data/classified/of/:kind/:id',
    summary: 'Stubs of one task or campaign, for those who see its papers',
    permission: 'organisation:read',
    params: z.object(about),
    reply: z.object({ items: z.array(stubView), can: z.array(z.enum(['add'])) }),
    refusals: ['platform.not-found'],
  },
  removeStub: {
    method: 'DELETE',
    path: '/api/personal-data/classified/:stubId',
    summary: 'Take away a stub recorded by mistake',
    permission: 'organisation:read',
    params: z.object({ stubId: idOf<'classified-stub'>() }),
    reply: z.object({ removed: z.literal(true) }),
    refusals: ['platform.not-found'],
  },
  listStubs: {
    method: 'GET',
    path: '/api/personal-data/classified',
    summary: 'Every stub of the committee, the newest first',
    permission: 'personal-data:manage',
    query: z.object(pageQuery),
    reply: pageShape(stubView.extend({ about: z.object({ ...about, name: z.string() }) })),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
})
