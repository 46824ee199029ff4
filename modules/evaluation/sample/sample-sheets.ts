import type { SampleProfile } from './assignments.ts'
import { selfGeneralPoints, superiorGeneralPoints } from './general-points.ts'
import { sampleOpenMonth } from './sample-evaluation.ts'
import { scoredPeople } from './scored-people.ts'
import { seededDraw } from './seeded-draw.ts'
import type { SampleCriteriaPoints, SampleSheet, SampleSheetStage } from './types.ts'

const strengths = [
  'Chủ động trong công việc, hoàn thành các nhiệm vụ được giao đúng thời hạn.',
  'Nắm chắc chuyên môn, phối hợp tốt với các cơ quan, đơn vị liên quan.',
  'Ứng dụng công nghệ thông tin trong xử lý hồ sơ, giảm thời gian chờ của người dân.',
  'Thái độ phục vụ đúng mực, không để hồ sơ quá hạn do chủ quan.',
  'Tham mưu kịp thời các văn bản theo chương trình công tác.',
]
const weaknesses = [
  'Một số báo cáo còn gửi sát thời hạn.',
  'Việc đi cơ sở nắm tình hình có lúc chưa thường xuyên.',
  'Chưa có nhiều đề xuất đổi mới trong lĩnh vực phụ trách.',
  'Công tác lưu trữ hồ sơ công việc chưa kịp thời.',
  'Còn sai sót về thể thức trong một vài dự thảo văn bản.',
]
const comments: Readonly<Record<SampleProfile, readonly string[]>> = {
  E: [
    'Hoàn thành toàn bộ nhiệm vụ với chất lượng tốt, có sáng kiến được áp dụng.',
    'Tiến độ, chất lượng vượt yêu cầu; là điểm tựa chuyên môn của đơn vị.',
  ],
  G: [
    'Hoàn thành tốt nhiệm vụ; cần chủ động hơn với các việc phát sinh.',
    'Cơ bản bảo đảm tiến độ, chất lượng; cần rà soát kỹ trước khi trình.',
  ],
  C: ['Còn nhiều việc chậm; đề nghị xây dựng kế hoạch khắc phục trong tháng tới.'],
  N: ['Phần lớn nhiệm vụ được giao chưa hoàn thành; đã nhắc nhở và yêu cầu giải trình bằng văn bản.'],
}

/** People whose accounts are shown for trying the program still have their own sheet of November before them. */
const triedOut: Readonly<Record<string, SampleSheetStage>> = { 'CL046 2026-11': 'self_draft', 'CL044 2026-11': 'not_started' }

/** How far a sheet has come, out of a hundred: 18 nothing, 12 begun, 32 handed in, 38 scored by the superior. */
function stageOf(person: string, month: string): SampleSheetStage {
  const known = triedOut[`${person} ${month}`]
  if (known !== undefined) return known
  const place = seededDraw(`stage ${person} ${month}`).whole(1, 100)
  if (place <= 18) return 'not_started'
  if (place <= 30) return 'self_draft'
  return place <= 62 ? 'self_submitted' : 'superior_scored'
}

/** The first criteria of a sheet that the person has left half done. */
function begun(points: SampleCriteriaPoints, count: number): SampleCriteriaPoints {
  return Object.fromEntries(Object.entries(points).slice(0, count))
}

/**
 * Sheets of the open campaign in all stages: not begun, half done (some criteria blank), handed in, and
 * scored by the superior. Points are those of the general criteria; the tasks of the month are in sampleTasks.
 * `everybody` puts all sheets in one stage, for a month that is closed.
 */
export function sampleSheets({ month, everybody = null }: { readonly month: string; readonly everybody?: SampleSheetStage | null } = { month: sampleOpenMonth }): readonly SampleSheet[] {
  return scoredPeople(month).map((person) => {
    const draw = seededDraw(`sheet ${person.person} ${month}`)
    const stage = everybody ?? stageOf(person.person, month)
    const own = selfGeneralPoints(person.person, month, person.profile)
    const isHandedIn = stage === 'self_submitted' || stage === 'superior_scored'
    const isScored = stage === 'superior_scored'
    return {
      person: person.person,
      superior: person.superior,
      month,
      stage,
      self: isHandedIn ? own : stage === 'self_draft' ? begun(own, draw.whole(2, 8)) : null,
      selfStrengths: isHandedIn ? draw.pick(strengths) : null,
      selfWeaknesses: isHandedIn ? draw.pick(weaknesses) : null,
      superiorPoints: isScored ? superiorGeneralPoints(person.person, month, person.profile) : null,
      superiorComment: isScored ? draw.pick(comments[person.profile]) : null,
    }
  })
}
