import type { RegimeCase } from './regime-case.ts'

const codes = (block: string, count: number) => Array.from({ length: count }, (_, at) => `${block}.${at + 1}`)
/** Binary items at their points, in the order of the form; what is named is not ensured. */
const items = (points: Readonly<Record<string, readonly string[]>>, ...not: string[]) =>
  Object.fromEntries(Object.entries(points).flatMap(([block, all]) => codes(block, all.length).map((code, at) => [code, not.includes(code) ? '0' : (all[at] ?? '')] as const)))
const axes = (fields: Readonly<Record<string, readonly string[]>>) => ({
  axes: Object.fromEntries(Array.from({ length: 6 }, (_, at) => [String(at + 1), Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, values[at] ?? '']))])),
})

/** Ho Chi Minh City: block 1 nine items of 2, block 2 of 4 points, block 3 four items of 2. */
const cityStaff = { '1': Array<string>(9).fill('2'), '2': ['2', '1', '1'], '3': Array<string>(4).fill('2') }
const cityLeader = { ...cityStaff, '2': Array<string>(4).fill('1') }
const cityMarks = (quality: string) => ({
  tasks: {
    '1': { standard: '10', difficulty: '1.2', progress: '100', quality: '100', bonusPercent: '5', exceeded: 'true' },
    '2': { standard: '20', difficulty: '1', lateDays: '2', quality, exceeded: 'false' },
  },
})

export const hoChiMinhCity: RegimeCase = {
  rulebook: 'hcmc-hd-06',
  period: { kind: 'quarter', year: 2026, number: 4 },
  subjects: [
    {
      // A = 12 + 20; B = 12 + 20 × (30 % × 80 + 70 % × 80); 28/32 of 70; bonus 5 % of 12; one item of 2 not ensured.
      who: 'clerk', found: 'staff', self: { points: items(cityStaff), lists: cityMarks('100') }, superior: { points: items(cityStaff, '1.5'), lists: cityMarks('85') },
      tasks: [{ assigned: 1, completed: 1, coefficient: '1/1' }, { assigned: 1, completed: 1, coefficient: '1/1' }],
      expect: { total: '89.85', exact: '1797/20', general: '28.00', task: '61.25', level: 'good', steps: { planned_total: '32/1', bonus_points: '3/5' } },
    },
    {
      // 70 + 0.5 + 30 stops at 100; all tasks done, all exceeded.
      who: 'officeHead', found: 'leader', self: { points: items(cityLeader), lists: { tasks: { '1': cityMarks('100').tasks['1'] } } }, superior: { points: items(cityLeader), lists: { tasks: { '1': cityMarks('100').tasks['1'] } } },
      tasks: [{ assigned: 1, completed: 1, coefficient: '1/1' }],
      expect: { total: '100.00', exact: '100/1', general: '30.00', task: '70.00', level: 'excellent' },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }],
}

/** 366-QĐ/TW: the 17 items of a leader and the 16 of others, the middle block 4/2/2/2 and 4/3/3. */
const leaderItems = { '1': ['1', '1', '1', '1', '1.5', '1.5', '1', '1', '1'], '2': ['4', '2', '2', '2'], '3': ['4', '2', '2', '2'] }
const otherItems = { ...leaderItems, '2': ['4', '3', '3'] }
const provincialAxes = ['15', '20', '10', '15', '5', '5']
const nothingLeft = { findingsRemedied: true }
const tenTasks = { tasksAssigned: 10, tasksCompleted: 10, tasksOnTimeToQuality: 10, tasksExceeded: 3, tasksLate: 0 }

export const party366: RegimeCase = {
  rulebook: '366-qd-tw',
  period: { kind: 'quarter', year: 2026, number: 3 },
  added: [
    { subject: 'officeHead', kind: 'collective', by: 'divisionHead' }, { subject: 'officeHead', kind: 'collective', by: 'engineer' },
    { subject: 'clerk', kind: 'collective', by: 'divisionHead' },
  ],
  subjects: [
    {
      // Two members give 28 and 27: 27.5. Axes 15 + 19 + 9 + 15 + 4 + 5 = 67.
      who: 'officeHead', found: 'leader',
      facts: { ...tenTasks, ...nothingLeft, unitTasksAssigned: 20, unitTasksCompleted: 20, unitTasksOnTimeToQuality: 20, unitTasksExceeded: 6, unitTasksLate: 0 },
      self: { points: items(leaderItems), lists: axes({ max: provincialAxes, percent: Array<string>(6).fill('100') }) },
      superior: { points: items(leaderItems), lists: axes({ max: provincialAxes, percent: ['100', '95', '90', '120', '80', '100'] }) },
      ratings: { collective: [{ by: 'divisionHead', points: items(leaderItems, '2.2') }, { by: 'engineer', points: { ...items(leaderItems, '2.2'), '3.1': '3' } }] },
      expect: { total: '94.50', exact: '189/2', general: '27.50', task: '67.00', level: 'excellent', reasons: ['notice.not_a_decision'] },
    },
    {
      // 26 of 30 and 90 % of 70: 89; a tenth short of 90 keeps to good.
      who: 'clerk', found: 'individual',
      facts: { ...tenTasks, ...nothingLeft },
      self: { points: items(otherItems), lists: axes({ max: provincialAxes, percent: Array<string>(6).fill('100') }) },
      superior: { points: items(otherItems), lists: axes({ max: provincialAxes, percent: Array<string>(6).fill('90') }) },
      ratings: { collective: [{ by: 'divisionHead', points: items(otherItems, '1.1', '2.2') }] },
      expect: { total: '89.00', exact: '89/1', general: '26.00', task: '63.00', level: 'good' },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 1, allowed: 0, proposed: 0, over: 0 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 1, over: 1 }],
}

const plan = (...max: string[]) => Object.fromEntries(max.map((points, at) => [String(at + 1), points]))

/** Thanh Hóa: the points of the axes are each leader's own, or those of the template of the post. */
export const thanhHoa: RegimeCase = {
  rulebook: 'thanh-hoa-hd-03',
  period: { kind: 'quarter', year: 2026, number: 4 },
  subjects: [
    {
      // The fourth quarter of the person whose plan is known: 10-20-10-20-5-5. Items 1.5 and 3.1 not ensured: 24.5.
      // Axes 10 + 19 + 9 + 16 + 5 + 5 = 64.
      who: 'officeHead', found: 'leader', facts: { tasksAssigned: 10, tasksCompleted: 10, tasksExceeded: 3 },
      plan: plan('10', '20', '10', '20', '5', '5'),
      self: { points: items(leaderItems), lists: axes({ percent: Array<string>(6).fill('100') }) },
      superior: { points: items(leaderItems, '1.5', '3.1'), lists: axes({ percent: ['100', '95', '90', '80', '100', '110'] }) },
      expect: { total: '88.50', exact: '177/2', general: '24.50', task: '64.00', level: 'good' },
    },
    {
      // The template of a head of the legal committee, 10/25/5/15/5/10: 10 + 22.5 + 5 + 13.5 + 4 + 10 = 65.
      who: 'divisionHead', group: 'head_legal', facts: { tasksAssigned: 10, tasksCompleted: 10, tasksExceeded: 3 },
      plan: plan('10', '25', '5', '15', '5', '10'),
      self: { points: items(leaderItems), lists: axes({ percent: Array<string>(6).fill('100') }) },
      superior: { points: items(leaderItems), lists: axes({ percent: ['100', '90', '100', '90', '80', '100'] }) },
      expect: { total: '95.00', exact: '95/1', general: '30.00', task: '65.00', level: 'excellent' },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Trưởng phòng', qualifying: 2, allowed: 0, proposed: 1, over: 1 }],
}

/** Sheets of a year for an office head of 2018: I 20 points, II 25, III 55. */
const of2018 = (one: readonly string[], two: readonly string[], three: readonly string[]) =>
  Object.fromEntries([['I', one], ['II', two], ['III', three]].flatMap(([block, points]) => (points as readonly string[]).map((each, at) => [`${String(block)}.${at + 1}`, each] as const)))

const subordinates = (by: readonly (number | 'clerk' | 'typist' | 'officer')[]) =>
  // Three give 16 and 20, three give 20 and 25: on average 18 and 22.5. What they write on III weighs nothing.
  by.map((who, at) => ({ by: who, points: at % 2 === 0 ? of2018(['4', '4', '4', '4'], ['8', '8', '4'], ['1', '1', '1']) : of2018(['5', '5', '5', '5'], ['10', '10', '5'], ['1', '1', '1']) }))

/** Six groups of 2018: subordinates 10 %, the superior 30 %, the Standing Committee 50 %, over what is asked; results 40 and 60 %. */
export const sixGroups: RegimeCase = {
  rulebook: 'six-groups-2018',
  period: { kind: 'year', year: 2018, number: 1 },
  clerks: ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu'],
  added: [{ subject: 'officeHead', kind: 'collective', by: 'divisionHead' }, { subject: 'officeHead', kind: 'collective', by: 'engineer' }],
  unitLevels: { VP: 'good' },
  subjects: [
    {
      who: 'officeHead', group: 'office_heads',
      facts: {
        subordinatesAsked: true, conduct: 'truly_exemplary', initiativeApplied: true, tasksAssigned: 10, tasksCompleted: 10, tasksShort: 0,
        unitTargets: 10, unitTargetsDone: 10, unitTargetsExceeded: 5, unitTargetsOnTime: 10, subUnits: 0, subUnitsCompleted: 0, subUnitsGood: 0,
      },
      self: { points: of2018(['5', '5', '5', '5'], ['10', '10', '5'], ['30', '15', '10']) },
      superior: { points: of2018(['5', '5', '4', '4'], ['9', '9', '5'], ['28', '14', '10']) },
      ratings: {
        subordinates: subordinates(['clerk', 'typist', 'officer', 0, 1, 2]),
        collective: [
          { by: 'divisionHead', points: of2018(['5', '5', '5', '5'], ['10', '10', '5'], ['30', '14', '10']) },
          { by: 'engineer', points: of2018(['5', '5', '5', '4'], ['10', '9', '5'], ['29', '14', '10']) },
        ],
      },
      // I (1.8 + 5.4 + 9.75) ÷ 0.9, II (2.25 + 6.9 + 12.25) ÷ 0.9, III 0.4 × 52 + 0.6 × 53.5. The office was rated good: so is its head.
      expect: { total: '95.51', exact: '4298/45', level: 'good', reasons: ['ceiling.head'], task: '52.90' },
    },
  ],
  quotas: [{ scope: '*', qualifying: 1, allowed: 0, proposed: 0, over: 0 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 0, over: 0 }],
}
