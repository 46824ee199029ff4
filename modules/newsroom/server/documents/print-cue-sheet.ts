import { dayWords, momentWords } from '#kernel/own-record.ts'
import { query } from '#platform/http/handler.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import type { StoryState } from '../../domain/approval/state.ts'
import { cueWords, minutesSeconds, type CueBite } from '../../domain/prompter/cue-words.ts'
import type { Leave } from '../../domain/prompter/state.ts'
import { msOfDay, showClock } from '../../domain/rundown/clock.ts'
import type { ItemKind } from '../../domain/rundown/state.ts'
import { timeRundown } from '../../domain/rundown/timing.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { promptedItems, type PromptedItem } from '../prompter/prompted-items.ts'
import { readFrozen } from '../rundown/frozen-rows.ts'
import { readItems } from '../rundown/item-rows.ts'
import { readPlaced } from '../rundown/placed-stories.ts'
import { readRundown } from '../rundown/rundown-row.ts'
import { durationsOf } from '../rundown/story-times.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

const folder = new URL('./templates/', import.meta.url)
const kinds: Readonly<Record<ItemKind, string>> = { story: 'Tin, bài', ident: 'Hình hiệu', advert: 'Quảng cáo', live: 'Trực tiếp', spare: 'Dự phòng' }
const states: Readonly<Record<StoryState, string>> = { draft: 'đang nháp', department: 'chờ phòng duyệt', leadership: 'chờ lãnh đạo duyệt', approved: 'đã duyệt phát' }
const standings: Readonly<Record<Leave, (state: StoryState | null) => string>> = {
  approved: () => 'Đã duyệt phát',
  air_first: () => 'PHÁT TRƯỚC, KÝ SAU',
  none: (state) => `CHƯA DUYỆT PHÁT${state === null ? '' : ` (${states[state]})`}`,
  plain: () => '',
}
const bases = { actual: 'thực tế', running: 'đang phát', locked: 'đã chốt', estimated: 'ước tính', planned: 'dự kiến', none: '' } as const

/** In bảng phát: what airs when, read by whom, its words in and out and whether it may air, for gallery and studio. */
export const printCueSheet = query(prompterRoutes.printCueSheet, async ({ params, actor, read, now, today, record }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const rundown = await readRundown(read, actor, day, params.rundownId)
  const items = await readItems(read, tenantId, rundown.id)
  const prompted = await promptedItems(read, tenantId, rundown.date, items, now)
  const times = await durationsOf(read, tenantId, rundown.date, items.filter((item) => item.frozenId === null), await readPlaced(read, tenantId, items.flatMap((item) => item.storyId ?? [])))
  const frozen = await readFrozen(read, tenantId, items.flatMap((item) => item.frozenId ?? []))
  const clockOf = (moment: Date | null): number | null => (moment === null ? null : msOfDay(moment, rundown.date))
  const { items: timed, endMs, overMs } = timeRundown(
    items.map((item) => {
      const known = item.frozenId === null ? times.get(item.id) : frozen.get(item.frozenId)
      return { id: item.id, plannedMs: item.plannedMs, estimatedMs: known?.estimatedMs ?? null, lockedMs: known?.lockedMs ?? null, startedMs: clockOf(item.startedAt), endedMs: clockOf(item.endedAt), floated: item.floated, fixedStartMs: item.fixedStartMs }
    }),
    rundown,
  )
  const { name: body } = await read.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()
  const ready = prompted.filter(({ floated, leave }) => !floated && leave !== 'none').length
  const counted = prompted.filter(({ floated }) => !floated).length
  const bytes = await renderPdf(
    { folder, main: 'cue-sheet.typ' },
    {
      body: `${body} · ${day.nameOf(rundown.unitId)}`,
      title: `Bảng phát: ${rundown.name}`,
      facts: [
        `Ngày ${dayWords(rundown.date)}, bắt đầu ${showClock(rundown.startMs)}${rundown.outMs === null ? '' : `, phải dứt ${showClock(rundown.outMs)}`}; tính ra dứt lúc ${showClock(endMs)}${overWords(overMs)}`,
        `${ready}/${counted} mục được phát. In lúc ${momentWords(now)}`,
      ],
      rows: prompted.map((item, at) => {
        const time = timed[at]
        const words = item.content === null ? null : cueWords(item.content, item.cutBlocks)
        return {
          number: item.floated ? '–' : String(prompted.slice(0, at + 1).filter(({ floated }) => !floated).length),
          start: time?.startMs == null ? 'Để ngoài' : showClock(time.startMs),
          title: item.title,
          kind: `${kinds[item.kind]}${words?.film === true ? ', có phim' : ''}`,
          reader: item.reader?.name ?? '',
          inWords: words?.inWords ?? '',
          outWords: words?.outWords ?? '',
          bites: [...(words?.film === true && item.filmMs !== null ? [`Phim ${minutesSeconds(item.filmMs)}`] : []), ...(words?.bites.map(biteWords) ?? [])],
          length: time === undefined || time.basis === 'none' ? '' : minutesSeconds(time.ms),
          basis: time === undefined ? '' : bases[time.basis],
          standing: standings[item.leave](item.state),
          warn: item.leave === 'none' || item.leave === 'air_first',
          mark: markOf(item),
        }
      }),
      foot: `${rundown.name}, ${dayWords(rundown.date)}, lần đổi thứ ${rundown.changes}`,
    },
    { at: now, tagged: true },
  )
  record({ action: 'newsroom.rundown.printed', subject: { kind: 'rundown', id: rundown.id }, data: { changes: rundown.changes } })
  return { contentType: 'application/pdf', fileName: `bang-phat-${proposeSlug(rundown.name) || 'khung'}-${rundown.date}.pdf`, bytes }
})

function markOf({ version, hash }: PromptedItem): string {
  return version == null || hash == null ? '' : `Bản ${version} · ${hash.slice(0, 8)}`
}

function biteWords({ who, ms, inWords, outWords }: CueBite): string {
  return `Phát biểu${who === '' ? '' : ` ${who}`}${ms === null ? '' : ` ${minutesSeconds(ms)}`}: ${inWords} – ${outWords}`
}

function overWords(overMs: number | null): string {
  if (overMs === null || Math.abs(overMs) < 500) return ''
  return overMs > 0 ? `, quá ${minutesSeconds(overMs)}` : `, còn ${minutesSeconds(-overMs)}`
}
