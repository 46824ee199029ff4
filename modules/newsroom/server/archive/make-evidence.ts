import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { canonicalContent, type ScriptContent } from '../../domain/approval/content.ts'
import { changesOf, lapsedLevels } from '../../domain/approval/lapse.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { delegationDocuments, documentWords } from '../documents/delegation-documents.ts'
import { readSteps, type Step } from '../stories/steps.ts'
import { readStory, readVersions, type StoredVersion } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { answersFor } from './answers-for.ts'
import { packEvidence, type Evidence } from './evidence-pack.ts'
import { printEvidence } from './print-evidence.ts'
import { packedFilms } from './removed-films.ts'
import { airingsOf } from './story-airings.ts'
import { entriesOf } from './story-entries.ts'
import { mediaOf } from './story-media.ts'

/** Hồ sơ chứng minh: what was submitted, each approval, what was frozen and what aired of a story, with its entries of the ledger. Making it is an entry too. */
export const evidencePack = query(archiveRoutes.evidencePack, async ({ params, actor, read, now, today, record }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (!answersFor(actor, day, story.unitId)) refuse('platform.not-found')
  if ((await airingsOf(read, tenantId, story.id)).length === 0) refuse('newsroom.archive.not-aired')
  const steps = await readSteps(read, tenantId, story.id)
  const airings = await read.selectFrom('newsroom_airing').where('tenant_id', '=', tenantId).where('story_id', '=', story.id).selectAll().orderBy('started_at').orderBy('id').execute()
  const frozen = await frozenOf(read, tenantId, airings.map((row) => row.frozen_id))
  const last = Math.max(story.version, ...airings.map((row) => row.version ?? 0))
  const versions = await readVersions(read, tenantId, story.id, Array.from({ length: last }, (_, index) => index + 1))
  const names = await personNames(read, tenantId, [story.authorId, ...steps.flatMap((step) => [step.personId, step.actingFor, step.orderedBy].filter((id) => id !== null))])
  const nameOf = (id: PersonId): string => names.get(id)?.fullName ?? ''
  const { name: station } = await read.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()
  const corrections = await read.selectFrom('newsroom_correction').where('tenant_id', '=', tenantId).where('story_id', '=', story.id).select('id').execute()
  const present = versions.get(story.version)?.content
  const media = await mediaOf(read, tenantId, frozen.map(({ content }) => content))
  const entries = await entriesOf(read, tenantId, story.id, { rundowns: [...new Set(airings.map((row) => row.rundown_id))], others: [...airings.map((row) => row.id), ...corrections.map((row) => row.id)], films: media.map(({ id }) => id) })
  const documents = await delegationDocuments(read, tenantId, steps)
  const evidence: Evidence = {
    v: 'thuocdo-evidence-1',
    tenant: tenantId,
    station,
    madeAt: now.toISOString(),
    story: { id: story.id, title: present?.title ?? '', column: present?.column ?? null, category: present?.category ?? null, unit: day.nameOf(story.unitId), author: nameOf(story.authorId) },
    versions: [...versions.values()].sort((a, b) => a.version - b.version).map(({ version, hash, savedAt }) => ({ version, hash: hash.toString('hex'), savedAt: savedAt.toISOString(), file: `ban/${version}.txt` })),
    steps: steps.map((step) => ({
      act: step.act,
      level: step.level,
      version: step.version,
      hash: step.hash.toString('hex'),
      person: nameOf(step.personId),
      actingFor: step.actingFor === null ? null : nameOf(step.actingFor),
      document: documentWords(documents.get(step.id)) || null,
      proved: step.proved,
      orderedBy: step.orderedBy === null ? null : nameOf(step.orderedBy),
      at: step.at.toISOString(),
      dueAt: step.dueAt?.toISOString() ?? null,
      note: step.note,
    })),
    lapses: lapsesOf(steps, versions),
    frozen: frozen.map((row) => ({ id: row.id, version: row.version, hash: row.hash.toString('hex'), cutBlocks: row.cutBlocks, at: row.at.toISOString(), file: `dong-bang/${row.id}.txt` })),
    airings: airings.map((row) => ({ id: row.id, frozen: row.frozen_id, version: row.version ?? 0, hash: row.hash?.toString('hex') ?? '', programme: row.programme, column: row.column, startedAt: row.started_at.toISOString(), endedAt: row.ended_at.toISOString(), replaces: row.replaces, reason: row.reason })),
    media: await packedFilms(read, tenantId, media, entries),
  }
  const texts = new Map([...[...versions.values()].map(({ version, content }) => [`ban/${version}.txt`, canonicalContent(content)] as const), ...frozen.map(({ id, content }) => [`dong-bang/${id}.txt`, canonicalContent(content)] as const)])
  const { bytes, sums } = packEvidence(evidence, texts, entries, await printEvidence(evidence, now))
  record({ action: 'newsroom.evidence.made', subject: { kind: 'story', id: story.id }, about: [story.authorId], data: { sums, entries: entries.length } })
  return { contentType: 'application/zip', fileName: `ho-so-${proposeSlug(evidence.story.title) || 'tin'}.zip`, bytes }
})

async function frozenOf(read: Reader, tenantId: string, ids: readonly string[]) {
  const rows = await read.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', tenantId).where('id', 'in', [...new Set(ids)]).select(['id', 'version', 'hash', 'content', 'cut_blocks', 'frozen_at']).orderBy('frozen_at').orderBy('id').execute()
  return rows.flatMap((row) => (row.version === null || row.hash === null ? [] : [{ id: row.id, version: row.version, hash: row.hash, content: row.content as unknown as ScriptContent, cutBlocks: row.cut_blocks, at: row.frozen_at }]))
}

/** Which approvals a later version ended, by the rule of the day it was written. */
function lapsesOf(steps: readonly Step[], versions: ReadonlyMap<number, StoredVersion>): Evidence['lapses'] {
  const later = [...versions.values()].sort((a, b) => a.version - b.version)
  return steps.flatMap(({ act, level, version }) => {
    const approved = versions.get(version)
    if (act !== 'approve' || level === null || approved === undefined) return []
    const ended = later.find((each) => each.version > version && lapsedLevels(changesOf(approved.content, each.content), vietnameseDay(each.savedAt)).includes(level))
    return ended === undefined ? [] : [{ level, version, endedBy: ended.version, at: ended.savedAt.toISOString() }]
  })
}
