import { cellAt, memberAt, parseTable } from './parse-table.ts'
import { concurrentText, historyText, rosterText } from './roster.ts'
import { samplePostRoles, sampleSexes, sampleStatuses } from './types.ts'
import type {
  SampleAbsence,
  SampleHolding,
  SampleOrganisation,
  SamplePerson,
  SamplePost,
  SamplePostRole,
  SampleRole,
  SampleStatus,
} from './types.ts'
import { sampleUnitChanges, sampleUnits } from './units.ts'

/** First day of the two-level local government, when today's bodies were set up. */
const reformDate = '2025-07-01'
/** First session of the People's Council of the 2026–2031 term: its elected posts start anew. */
const newTermDate = '2026-03-27'
const lastDayOfOldTerm = '2026-03-26'
const electedUnits: readonly string[] = ['HDND', 'HDND-PC', 'HDND-KX', 'UBND']

const peerGroups: Readonly<Record<string, string>> = {
  KEY: 'Cán bộ lãnh đạo chủ chốt',
  HEAD: 'Trưởng phòng và tương đương',
  DEP: 'Phó Trưởng phòng và tương đương',
  PRT: 'Công chức tham mưu công tác Đảng, Mặt trận, đoàn thể',
  OFF: 'Công chức văn phòng, tư pháp, một cửa',
  ECO: 'Công chức kinh tế, đất đai, tài chính',
  SOC: 'Công chức văn hóa – xã hội',
  PUB: 'Viên chức',
  VIL: 'Người hoạt động không chuyên trách',
}

interface PostLine {
  readonly person: string
  readonly unit: string
  readonly title: string
  readonly role: SamplePostRole
  readonly flags: string
  readonly peerGroup: string
  readonly status: SampleStatus
  readonly isPrimary: boolean
  readonly from: string
  readonly to: string | null
}

const personCode = (number: string): string => `CL${number}`

function peerGroupOf(key: string): string {
  const name = peerGroups[key]
  if (name === undefined) throw new Error(`Unknown peer group ${key}`)
  return name
}

function readRoster(): { people: SamplePerson[]; lines: PostLine[] } {
  const people: SamplePerson[] = []
  const lines: PostLine[] = []
  for (const block of rosterText.split('@').slice(1)) {
    const [unit = '', ...rest] = block.split('\n')
    for (const row of parseTable(rest.join('\n'), 10)) {
      const person = personCode(cellAt(row, 0))
      people.push({
        code: person,
        fullName: cellAt(row, 1),
        sex: memberAt(row, 2, sampleSexes),
        birthDate: cellAt(row, 3),
      })
      lines.push({
        person,
        unit: unit.trim(),
        title: cellAt(row, 6),
        role: memberAt(row, 7, samplePostRoles),
        flags: cellAt(row, 8),
        peerGroup: peerGroupOf(cellAt(row, 9)),
        status: memberAt(row, 4, sampleStatuses),
        isPrimary: true,
        from: cellAt(row, 5),
        to: null,
      })
    }
  }
  return { people, lines }
}

function readConcurrent(roster: readonly PostLine[]): PostLine[] {
  return parseTable(concurrentText, 7).map((row) => {
    const person = personCode(cellAt(row, 0))
    const main = roster.find((line) => line.person === person)
    if (main === undefined) throw new Error(`No main post for ${person}`)
    return {
      person,
      unit: cellAt(row, 1),
      title: cellAt(row, 2),
      role: memberAt(row, 3, samplePostRoles),
      flags: cellAt(row, 4),
      peerGroup: peerGroupOf(cellAt(row, 5)),
      status: main.status,
      isPrimary: false,
      from: cellAt(row, 6),
      to: null,
    }
  })
}

function readHistory(): PostLine[] {
  return parseTable(historyText, 9).map((row) => ({
    person: personCode(cellAt(row, 0)),
    unit: cellAt(row, 1),
    title: cellAt(row, 2),
    role: memberAt(row, 3, samplePostRoles),
    flags: cellAt(row, 4),
    peerGroup: peerGroupOf(cellAt(row, 5)),
    status: memberAt(row, 8, sampleStatuses),
    isPrimary: true,
    from: cellAt(row, 6),
    to: cellAt(row, 7),
  }))
}

function unitLifetime(code: string): { from: string; to: string | null; parent: string | null } {
  const unit = sampleUnits.find((one) => one.code === code)
  if (unit === undefined) throw new Error(`Unknown unit ${code}`)
  return unit
}

const outsideReasons: Readonly<Record<string, string>> = {
  DU: 'Do cấp ủy cấp trên trực tiếp (Ban Thường vụ Tỉnh ủy) đánh giá, xếp loại.',
  HDND: 'Do cấp có thẩm quyền của tỉnh đánh giá, xếp loại.',
  UBND: 'Do Chủ tịch Ủy ban nhân dân tỉnh theo dõi, chấm điểm và quyết định (Điều 10 Nghị định 335/2025/NĐ-CP).',
}

function outsideReasonFor(unit: string): string {
  const reason = outsideReasons[unit]
  if (reason !== undefined) return reason
  if (unit.startsWith('T-')) return 'Trưởng thôn do cử tri bầu, không thuộc phạm vi Nghị định 335/2025/NĐ-CP.'
  return 'Cơ quan cấp trên không có trong dữ liệu mẫu.'
}

interface NumberedLine extends PostLine {
  readonly code: string
}

/** Numbers the posts of each unit, the head first, then deputies, then staff, in the order written. */
function numberPosts(lines: readonly PostLine[]): NumberedLine[] {
  const next = new Map<string, number>()
  const rank: Readonly<Record<SamplePostRole, number>> = { head: 0, deputy: 1, staff: 2 }
  return [...lines]
    .sort((left, right) => rank[left.role] - rank[right.role])
    .map((line) => {
      const number = (next.get(line.unit) ?? 0) + 1
      next.set(line.unit, number)
      return { ...line, code: `${line.unit}.${String(number).padStart(2, '0')}` }
    })
}

/** The head of the post's unit; for a head, the head of the nearest unit above that has one. */
function superiorPostOf(line: NumberedLine, lines: readonly NumberedLine[]): string | null {
  const headOf = (unit: string): string | undefined =>
    lines.find((one) => one.unit === unit && one.role === 'head')?.code
  let unit: string | null = line.role === 'head' ? unitLifetime(line.unit).parent : line.unit
  while (unit !== null) {
    const head = headOf(unit)
    if (head !== undefined) return head
    unit = unitLifetime(unit).parent
  }
  return null
}

function postOf(line: NumberedLine, lines: readonly NumberedLine[]): SamplePost {
  const lifetime = unitLifetime(line.unit)
  const superior = superiorPostOf(line, lines)
  return {
    code: line.code,
    unit: line.unit,
    title: line.title,
    role: line.role,
    isLeader: line.flags.includes('L'),
    publicContact: line.flags.includes('C'),
    peerGroup: line.peerGroup,
    from: lifetime.from,
    to: lifetime.to,
    places: 1,
    superior,
    superiorOutside: superior === null ? outsideReasonFor(line.unit) : null,
  }
}

function decisionNumberOf(line: NumberedLine, from: string, sequence: number): string {
  const number = 11 + ((sequence * 7) % 389)
  if (from >= newTermDate && electedUnits.includes(line.unit)) return `Nghị quyết số ${number % 40}/NQ-HĐND`
  if (from < reformDate) {
    return line.unit.startsWith('HUYEN') && line.status === 'cadre'
      ? `${number}-QĐNS/TU`
      : `${number}/QĐ-UBND`
  }
  if (line.peerGroup === peerGroups['KEY'] && line.isPrimary) return `${number}-QĐ/TU`
  return /^(DU|MTTQ|HDND)/.test(line.unit) ? `${number}-QĐ/ĐU` : `${number}/QĐ-UBND`
}

function holdingsOf(line: NumberedLine, sequence: number): SampleHolding[] {
  const holding = (from: string, to: string | null): SampleHolding => ({
    person: line.person,
    post: line.code,
    status: line.status,
    isPrimary: line.isPrimary,
    from,
    to,
    decisionNumber: decisionNumberOf(line, from, sequence),
    decisionDate: from,
  })
  if (electedUnits.includes(line.unit) && line.to === null) {
    return [holding(line.from, lastDayOfOldTerm), holding(newTermDate, null)]
  }
  return [holding(line.from, line.to)]
}

const absences: readonly SampleAbsence[] = [
  { person: 'CL067', kind: 'maternity', from: '2025-11-01', to: '2026-04-30', decisionNumber: '412/QĐ-UBND' },
  { person: 'CL049', kind: 'sick_leave', from: '2026-05-04', to: '2026-08-31', decisionNumber: '187/QĐ-UBND' },
]

const roles: readonly SampleRole[] = [
  { role: 'administrator', person: 'CL038', about: 'Quản trị hệ thống: tài khoản, cài đặt, sao lưu.' },
  { role: 'organisation_officer', person: 'CL012', about: 'Cơ quan tham mưu về tổ chức cán bộ: mở đợt đánh giá, tổng hợp, công bố.' },
  { role: 'authority', person: 'CL028', about: 'Chủ tịch UBND xã: chấm các Trưởng phòng và quyết định mức xếp loại khối chính quyền.' },
  { role: 'head', person: 'CL043', about: 'Trưởng phòng Kinh tế: giao việc, chấm điểm công chức trong phòng.' },
  { role: 'leader_member', person: 'CL044', about: 'Phó Trưởng phòng: tự chấm theo nhóm lãnh đạo, quản lý.' },
  { role: 'member', person: 'CL046', about: 'Công chức địa chính: cập nhật kết quả, tự chấm, xem kết quả, kiến nghị.' },
]

function buildOrganisation(): SampleOrganisation {
  const { people, lines: roster } = readRoster()
  const lines = numberPosts([...roster, ...readConcurrent(roster), ...readHistory()])
  return {
    tenantName: 'Đảng ủy – UBND xã Cam Lộ',
    province: 'Quảng Trị',
    units: sampleUnits,
    unitChanges: sampleUnitChanges,
    posts: lines.map((line) => postOf(line, lines)),
    people,
    holdings: lines.flatMap((line, index) => holdingsOf(line, index + 1)),
    absences,
    roles,
  }
}

/** The sample commune: units, posts, 120 invented people and what they hold. The same on every run. */
export const sampleOrganisation: SampleOrganisation = buildOrganisation()
