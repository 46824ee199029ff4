import { momentWords } from '#kernel/own-record.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import type { BlockKind } from '../../domain/story/block.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { airFirstOf, approvalsOf, readSteps, wordsOf } from '../stories/steps.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { writeScriptDocx } from './script-docx.ts'
import { linesOf, standingWords, whoOf } from './script-parts.ts'

const kinds = kindNames('vi')
const inFilm: ReadonlySet<BlockKind> = new Set(['question', 'soundbite', 'super', 'graphic', 'presenter_note'])

/** Kịch bản dạng Word: the present words, with whether they may air, for those who work on paper. */
export const storyDocx = query(prompterRoutes.storyDocx, async ({ params, actor, read, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const present = await presentVersion(read, actor.tenantId, story)
  const { content } = present
  const steps = await readSteps(read, actor.tenantId, story.id)
  const approvals = await approvalsOf(read, actor.tenantId, story.id, steps, wordsOf(present))
  const first = story.state === 'approved' ? null : airFirstOf(steps, present.hash)
  const names = await personNames(read, actor.tenantId, first === null ? [story.authorId] : [story.authorId, first.orderedBy])
  const { name: body } = await read.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
  const hash = present.hash.toString('hex')
  const loud = first === null ? '' : ` PHÁT TRƯỚC, KÝ SAU theo lệnh của ${names.get(first.orderedBy)?.fullName ?? ''}, phải ký trước ${momentWords(first.dueAt)}.`
  const bytes = await writeScriptDocx({
    body: `${body} · ${day.nameOf(story.unitId)}`,
    title: content.title,
    facts: ([
      ['Chuyên mục', content.column ?? ''],
      ['Danh mục', content.category ?? ''],
      ['Người viết', names.get(story.authorId)?.fullName ?? ''],
      ['Bản', `${story.version}, xuất lúc ${momentWords(now)}`],
    ] as const).filter(([, value]) => value !== ''),
    rows: content.blocks.map((block) => ({ kind: kinds[block.kind], who: whoOf(block, content), lines: linesOf(block), read: !inFilm.has(block.kind) })),
    standing: `${standingWords(approvals)}${loud}`,
    foot: `Bản ${story.version} · mã lời bài ${hash.slice(0, 12)}`,
  })
  record({ action: 'newsroom.story.printed', subject: { kind: 'story', id: story.id }, data: { version: story.version, hash, format: 'docx' } })
  return { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fileName: `${proposeSlug(content.title) || 'kich-ban'}-ban-${story.version}.docx`, bytes }
})
