import { addDays, calendarDate } from '#kernel/calendar-date.ts'
import { isWorkingDay } from '#kernel/working-days.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import { sampleCatalogue } from './sample-catalogue.ts'
import type { ScoredPerson } from './scored-people.ts'
import type { SeededDraw } from './seeded-draw.ts'
import type { SampleExcuse, SampleProduct, SampleTask } from './types.ts'

/** A task before it has its code and is tied to the task it came from. */
export type TaskLine = Omit<SampleTask, 'code' | 'receivedFromTask'>

/** A task handed back by one civil servant and received by a colleague of the same unit. */
export interface Handover {
  readonly from: string
  readonly to: string
  readonly product: SampleProduct
  readonly quantity: number
  readonly assignedOn: string
  readonly handedOn: string
  readonly deadline: string
}

/** Days off in 2026 that fall in the months told here; the office's own calendar is loaded with the product. */
const calendar: WorkCalendar = {
  holidays: new Set(['2026-01-01', '2026-04-27', '2026-04-30', '2026-05-01', '2026-09-01', '2026-09-02']),
  madeUp: new Set(),
  knownUntil: calendarDate('2026-12-31'),
}

const qualityReason = 'Quy định của cơ quan cấp trên thay đổi sau khi đã trình dự thảo; phải làm lại theo mẫu mới.'
const fieldReason = 'Mưa lớn, ngập cục bộ làm gián đoạn việc đi thực địa; đã có biên bản xác nhận của thôn.'
const delayReasons = [
  'Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh tạm dừng để nâng cấp.',
  'Chờ văn bản trả lời của cơ quan chuyên môn cấp tỉnh.',
  'Được huy động tham gia tổ công tác đột xuất theo quyết định của Chủ tịch Ủy ban nhân dân xã.',
]

const villages = ['Nghĩa Hy', 'Hậu Viên', 'Phan Xá', 'Tân Định', 'Mai Lộc 1', 'Mai Lộc 2', 'Định Sơn', 'Hoàn Cát']
const villageWork = / thôn( |,|$)|thực địa|thửa|đồng ruộng|ở cơ sở|hiện trạng sử dụng/

const workingDays = new Map<string, string>()

/** The working day nearest after day `day` of the month. */
export function workingDayOf(month: string, day: number): string {
  const wanted = `${month}-${String(day).padStart(2, '0')}`
  const known = workingDays.get(wanted)
  if (known !== undefined) return known
  let date = calendarDate(wanted)
  while (!isWorkingDay(date, calendar)) date = addDays(date, 1)
  workingDays.set(wanted, date)
  return date
}

/** Whether the product is plausible work for one month: not yearly, quarterly work only at quarter ends. */
export function isMonthlyWork(product: SampleProduct, month: string): boolean {
  const name = ` ${product.name.toLowerCase()} `
  const number = Number(month.slice(5, 7))
  if (product.points > 260 || / năm[ ,]| toàn khóa| bầu cử| giao, nhận quân|sáng kiến|quy chế/.test(name)) return false
  if (name.includes(' quý ')) return number % 3 === 0
  if (name.includes(' 6 tháng ')) return number === 6
  if (name.includes(' hè ')) return number >= 6 && number <= 8
  if (name.includes('27/7')) return number === 7
  if (name.includes('đại đoàn kết')) return number === 11
  return true
}

/** Work done once by its nature, or once a week. */
const weeklyWork = / tuần( |$)/
const onceAMonth = / tháng( |$)|^(Xây dựng|Chuẩn bị|Báo cáo|Rà soát|Lập danh|Tổng hợp|Sơ kết|Quản lý|Theo dõi)/

function quantityFor(product: SampleProduct, draw: SeededDraw): number {
  if (weeklyWork.test(product.name)) return 4
  if (product.unitOfCount === 'tháng' || onceAMonth.test(product.name)) return 1
  if (product.points <= 10) return draw.whole(6, 18)
  if (product.points <= 20) return draw.whole(4, 10)
  if (product.points <= 40) return draw.whole(2, 6)
  if (product.points <= 90) return draw.whole(1, 3)
  return 1
}

/** Title of a task: the product's name, sometimes the village, and the month. */
export function taskTitle(product: SampleProduct, month: string, draw: SeededDraw): string {
  const village = draw.pick(villages)
  const isNamed = product.name.endsWith(' thôn')
  const place = isNamed ? ` ${village}` : villageWork.test(product.name) ? `, thôn ${village}` : ''
  return `${product.name}${place} (tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)})`
}

const monthlyWork = new Map<string, ReadonlyMap<string, readonly SampleProduct[]>>()

/** Plausible work for a month by the block of its code, the part before the first dash; thousands of draws ask for the same few. */
function monthlyWorkOf(month: string): ReadonlyMap<string, readonly SampleProduct[]> {
  const known = monthlyWork.get(month)
  if (known !== undefined) return known
  const blocks = Map.groupBy(sampleCatalogue.products.filter((one) => isMonthlyWork(one, month)), (one) => one.code.slice(0, one.code.indexOf('-')))
  monthlyWork.set(month, blocks)
  return blocks
}

/** What the person is to do in the month, without results. */
export function assignedLines(person: ScoredPerson, month: string, draw: SeededDraw): readonly TaskLine[] {
  const ofBlock = (block: string): readonly SampleProduct[] => monthlyWorkOf(month).get(block) ?? []
  const own = person.blocks.filter((block) => block !== 'A').flatMap(ofBlock)
  const leading = person.isLeader ? draw.pickSome(ofBlock('A'), 4) : []
  const shared = ofBlock('BI')
  const letters = shared.slice(0, 1)
  const products = [
    ...letters,
    ...draw.pickSome(shared.slice(1), 2),
    ...leading,
    ...draw.pickSome(own, person.isLeader ? 3 : draw.whole(5, 7)),
  ]
  return products.map((product) => ({
    person: person.person,
    month,
    product: product.code,
    title: taskTitle(product, month, draw),
    coefficient: product.coefficient,
    origin: 'assigned',
    assignedBy: person.superior,
    assignedOn: workingDayOf(month, draw.whole(1, 3)),
    deadline: workingDayOf(month, draw.whole(10, 22)),
    assigned: quantityFor(product, draw),
    completed: 0,
    qualityFaults: 0,
    lateEvents: 0,
    completedOn: null,
    excuse: null,
    receivedFrom: null,
    note: null,
  }))
}

/** A small task outside the plan (nhiệm vụ đột xuất). */
export function adHocLine(person: ScoredPerson, month: string, draw: SeededDraw): TaskLine {
  const code = draw.pick(['BI-16', 'BI-01', 'BI-24', 'BI-32'])
  const urgent = sampleCatalogue.products.find((one) => one.code === code)
  if (urgent === undefined) throw new Error('No product for an ad hoc task')
  return {
    person: person.person,
    month,
    product: urgent.code,
    title: taskTitle(urgent, month, draw),
    coefficient: urgent.coefficient,
    origin: 'ad_hoc',
    assignedBy: person.superior,
    assignedOn: workingDayOf(month, draw.whole(11, 14)),
    deadline: workingDayOf(month, draw.whole(17, 22)),
    assigned: 1,
    completed: 0,
    qualityFaults: 0,
    lateEvents: 0,
    completedOn: null,
    excuse: null,
    receivedFrom: null,
    note: 'Nhiệm vụ đột xuất theo chỉ đạo của lãnh đạo.',
  }
}

function excuseReasonFor(line: TaskLine, draw: SeededDraw): string {
  if (line.lateEvents === 0) return qualityReason
  return villageWork.test(line.title) ? fieldReason : draw.pick(delayReasons)
}

function excuseFor(line: TaskLine, draw: SeededDraw): SampleExcuse | null {
  if (line.qualityFaults + line.lateEvents === 0 || draw.next() >= 0.15) return null
  return {
    confirmedBy: line.assignedBy,
    confirmedOn: workingDayOf(line.month, draw.whole(23, 25)),
    reason: excuseReasonFor(line, draw),
  }
}

/** A working day `shift` days from the deadline or a little further, not before the task was given. */
function finishDay(line: TaskLine, shift: number): string {
  const step = shift > 0 ? 1 : -1
  let day = addDays(calendarDate(line.deadline), shift)
  while (!isWorkingDay(day, calendar)) day = addDays(day, step)
  return day < line.assignedOn ? line.assignedOn : day
}

/** Fills in the result of a line; `effort` from 0 (hardly anything) to 1 (everything, faultless). */
export function withResult(line: TaskLine, effort: number, draw: SeededDraw): TaskLine {
  if (line.origin === 'handed_back') return line
  const isFull = draw.next() < 0.15 + 0.85 * effort
  const part = Math.floor(line.assigned * (0.15 + 0.7 * effort * draw.next()))
  const completed = isFull ? line.assigned : Math.min(part, line.assigned - 1)
  const isFaulty = completed > 0 && draw.next() < 0.5 * (1 - effort)
  const isLate = completed > 0 && draw.next() < 0.6 * (1 - effort)
  const filled: TaskLine = {
    ...line,
    completed,
    qualityFaults: isFaulty ? draw.whole(1, Math.min(3, completed)) : 0,
    lateEvents: isLate ? draw.whole(1, Math.min(3, completed)) : 0,
  }
  const away = isLate ? draw.whole(1, 4) : draw.whole(0, 4)
  const completedOn = completed === 0 ? null : finishDay(line, isLate ? away : -away)
  return { ...filled, completedOn, excuse: excuseFor(filled, draw) }
}

/** The two lines of a task that moved from one colleague to another. */
export function handoverLine(handover: Handover, person: ScoredPerson, month: string, draw: SeededDraw): TaskLine {
  const isBack = handover.from === person.person
  return {
    person: person.person,
    month,
    product: handover.product.code,
    title: taskTitle(handover.product, month, draw),
    coefficient: handover.product.coefficient,
    origin: isBack ? 'handed_back' : 'received',
    assignedBy: person.superior,
    assignedOn: isBack ? handover.assignedOn : handover.handedOn,
    deadline: handover.deadline,
    assigned: handover.quantity,
    completed: 0,
    qualityFaults: 0,
    lateEvents: 0,
    completedOn: null,
    excuse: null,
    receivedFrom: isBack ? null : handover.from,
    note: isBack
      ? 'Trả lại nhiệm vụ; đã chuyển công chức khác cùng đơn vị thực hiện.'
      : 'Nhận nhiệm vụ do công chức khác trả lại.',
  }
}
