import { formatVietnameseDate } from '#kernel/calendar-date.ts'
import { momentWords } from '#kernel/own-record.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { query } from '#platform/http/handler.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { confidenceWords } from '../../domain/archive/legal-source.ts'
import { correctionTerm } from '../../domain/correction/deadline.ts'
import { noticeParagraphs, noticeTitle } from '../../domain/correction/notice.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readCorrection } from './correction-row.ts'

const folder = new URL('./templates/', import.meta.url)

/** The notice on paper; until it is issued it says that it is a draft. */
export const printCorrection = query(correctionRoutes.printCorrection, async ({ params, actor, read, now, today, calendar, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const correction = await readCorrection(read, actor, day, params.correctionId)
  const { name: station } = await read.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
  const term = correctionTerm(correction.receivedOn, calendar)
  const [, ...paragraphs] = noticeParagraphs(correction)
  const bytes = await renderPdf(
    { folder, main: 'notice.typ' },
    {
      title: noticeTitle,
      body: `${station} · ${day.nameOf(correction.unitId)}`,
      draft: correction.issued === null ? 'BẢN THẢO, CHƯA RA THÔNG BÁO' : '',
      facts: [
        ['Tên tác phẩm', correction.workName],
        ['Chuyên mục', correction.columnName],
        ['Ngày phát', formatVietnameseDate(correction.airedOn)],
        ['Nội dung không đúng', correction.falseContent],
        ['Nội dung cải chính', correction.correctedContent],
      ],
      paragraphs,
      terms: [
        `Nhận kết luận ngày ${formatVietnameseDate(correction.receivedOn)}.`,
        term === null ? 'Chưa có quy định về thời hạn cho ngày này.' : `Hạn phát: ${formatVietnameseDate(term.due)}. Căn cứ: ${term.text} (${confidenceWords[term.confidence]}).`,
        correction.issued === null ? '' : `Ra thông báo lúc ${momentWords(correction.issued.at)}.`,
        correction.noticeAiredAt === null ? '' : `Đã phát lúc ${momentWords(correction.noticeAiredAt)}.`,
      ].filter((text) => text !== ''),
      foot: `${noticeTitle} · ${correction.workName}`,
    },
    { at: now, tagged: true },
  )
  record({ action: 'newsroom.correction.printed', subject: { kind: 'correction', id: correction.id }, about: [correction.authorId] })
  return { contentType: 'application/pdf', fileName: 'cai-chinh.pdf', bytes }
})
