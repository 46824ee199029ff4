import { dayWords, momentWords } from '#kernel/own-record.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { actNames } from '../../domain/approval/act-names.ts'
import type { StoryAct } from '../../domain/approval/state.ts'
import { confidenceWords } from '../../domain/archive/legal-source.ts'
import { underWords } from '../documents/approval-steps.ts'
import type { Evidence, PackedFilm, PackedStep } from './evidence-pack.ts'

const folder = new URL('./templates/', import.meta.url)
const levels: Readonly<Record<string, string>> = { department: 'phòng', leadership: 'lãnh đạo' }

/** The evidence on paper: the same facts, for people. */
export function printEvidence({ station, madeAt, story, steps, lapses, frozen, airings, media }: Evidence, at: Date): Promise<Uint8Array> {
  return renderPdf(
    { folder, main: 'evidence.typ' },
    {
      title: story.title,
      body: `${station} · ${story.unit}`,
      facts: [
        ['Chuyên mục', story.column ?? ''],
        ['Danh mục', story.category ?? ''],
        ['Người viết', story.author],
        ['Lập hồ sơ lúc', momentWords(madeAt)],
      ].filter(([, value]) => value !== ''),
      steps: steps.map((step) => [momentWords(step.at), `${actNames[step.act as StoryAct]}${step.level === null ? '' : ` (${levels[step.level] ?? ''})`}`, peopleOf(step), `Bản ${step.version}`, short(step.hash)]),
      lapses: lapses.map(({ level, version, endedBy, at: on }) => `Duyệt của ${levels[level] ?? ''} với bản ${version} hết hiệu lực khi có bản ${endedBy}, lúc ${momentWords(on)}.`),
      frozen: frozen.map((each) => [momentWords(each.at), `Bản ${each.version}`, short(each.hash), each.cutBlocks.length === 0 ? '' : `Cắt ${each.cutBlocks.length} đoạn`]),
      airings: airings.map((each) => [momentWords(each.startedAt), momentWords(each.endedAt), each.programme, short(each.hash), each.replaces === null ? '' : `Đính chính: ${each.reason}`]),
      media: media.map((each) => [each.name, short(each.sha256 ?? '')]),
      removals: media.flatMap(({ name, removed }) => (removed === null ? [] : [removalWords(name, removed)])),
      foot: `Hồ sơ chứng minh · ${story.title}`,
    },
    { at, tagged: true },
  )
}

function peopleOf({ person, actingFor, document, proved, orderedBy, dueAt }: PackedStep): string {
  return [person, actingFor === null ? '' : `ký thay ${actingFor}`, underWords(document), proved ? 'xác thực lại khi ký' : '', orderedBy === null ? '' : `theo lệnh ${orderedBy}, ký sau trước ${momentWords(dueAt)}`].filter((part) => part !== '').join(', ')
}

function removalWords(name: string, { by, at, why, kept }: NonNullable<PackedFilm['removed']>): string {
  const rule = kept === null ? 'không ghi quy định về thời hạn lưu' : `hết hạn lưu ngày ${dayWords(kept.until)} theo ${kept.rule} (${confidenceWords[kept.confidence]})`
  return `Phim “${name}” đã gỡ khỏi kho lúc ${momentWords(at)}. Người gỡ: ${by}. Lý do: ${why}. Căn cứ: ${rule}.`
}

function short(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?!$)/g, '$1 ')
}
