import { momentWords } from '#kernel/own-record.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { qrPng } from '#platform/documents/qr-png.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { query } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { approvalsOf, readSteps, wordsOf } from '../stories/steps.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { airFirstLines, stepRows } from './approval-steps.ts'
import { delegationDocuments } from './delegation-documents.ts'
import { linesOf, standingWords, whoOf } from './script-parts.ts'

const folder = new URL('./templates/', import.meta.url)
const kinds = kindNames('vi')

/** In kịch bản: the present words with the steps of approval and the print that says of exactly which words they are. */
export const printStory = query(storyRoutes.printStory, async ({ params, actor, read, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const present = await presentVersion(read, actor.tenantId, story)
  const { content } = present
  const steps = await readSteps(read, actor.tenantId, story.id)
  const approvals = await approvalsOf(read, actor.tenantId, story.id, steps, wordsOf(present))
  const names = await personNames(read, actor.tenantId, [story.authorId, ...steps.flatMap((step) => [step.personId, step.actingFor, step.orderedBy].filter((id) => id !== null))])
  const nameOf = (id: typeof story.authorId): string => names.get(id)?.fullName ?? ''
  const documents = await delegationDocuments(read, actor.tenantId, steps)
  const { aired_at: airedAt } = await read.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).select('aired_at').executeTakeFirstOrThrow()
  const { name: body } = await read.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
  const hash = present.hash.toString('hex')
  const bytes = await renderPdf(
    { folder, main: 'script.typ' },
    {
      title: content.title,
      body: `${body} · ${day.nameOf(story.unitId)}`,
      facts: [
        ['Chuyên mục', content.column ?? ''],
        ['Danh mục', content.category ?? ''],
        ['Người viết', nameOf(story.authorId)],
        ['Bản', `${story.version}, in lúc ${momentWords(now)}`],
      ].filter(([, value]) => value !== ''),
      blocks: content.blocks.map((block) => ({ kind: kinds[block.kind], who: whoOf(block, content), lines: linesOf(block) })),
      airFirst: airFirstLines(steps, { state: story.state, hash: present.hash, airedAt, now }, nameOf),
      steps: stepRows(steps, { nameOf, documents }),
      standing: standingWords(approvals),
      hash: hash.replace(/(.{16})(?!$)/g, '$1 '),
      mark: [...qrPng(`THUOCDO:LOIBAI:${hash.toUpperCase()}`)],
      foot: `${content.title} · bản ${story.version} · mã lời bài ${hash.slice(0, 12)}`,
    },
    { at: now, tagged: true },
  )
  record({ action: 'newsroom.story.printed', subject: { kind: 'story', id: story.id }, data: { version: story.version, hash } })
  return { contentType: 'application/pdf', fileName: `${proposeSlug(content.title) || 'kich-ban'}-ban-${story.version}.pdf`, bytes }
})
