import type { RegimeCase } from './regime-case.ts'

/** A sheet of Đà Nẵng 2014: everything but the amount of work at its maximum. */
const daNangSheet = (total: number) => ({ '1': String(total - 70), '2': '30', '3': '15', '4': '15', '5': '10' })

/** Đà Nẵng 2014: self, colleagues unnamed, direct leader, superior; here 20, 20, 30 and 30 %; bands 85, 80, 70. */
export const daNang: RegimeCase = {
  rulebook: 'da-nang-2014',
  period: { kind: 'month', year: 2014, number: 10 },
  settings: { 'weight.self': '20%', 'weight.colleagues': '20%', 'weight.leader': '30%', 'weight.superior': '30%' },
  clerks: ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu'],
  subjects: [
    {
      // Five colleagues give 84 on average: 18 + 16.8 + 25.5 + 24.3.
      who: 'clerk', found: 'staff', self: { points: daNangSheet(90) }, superior: { points: daNangSheet(85) },
      ratings: { colleagues: ([['typist', 80], ['officer', 82], [0, 84], [1, 86], [2, 88]] as const).map(([by, total]) => ({ by, points: daNangSheet(total) })), superior: [{ by: 'chair', points: daNangSheet(81) }] },
      expect: { total: '84.60', exact: '423/5', level: 'good' },
      // 84.6 and eleven months of 79.
      year: { months: Array<string>(11).fill('79'), expect: { total: '79.47', exact: '1192/15', level: 'completed' } },
    },
    {
      // Alone in the division: the weight of colleagues is shared, 67.8 ÷ 0.8.
      who: 'engineer', self: { points: daNangSheet(90) }, superior: { points: daNangSheet(85) }, ratings: { superior: [{ by: 'chair', points: daNangSheet(81) }] },
      expect: { total: '84.75', exact: '339/4', level: 'good' },
    },
  ],
  quotas: [],
}

const schoolSheet = (total: number) => ({ I: '28', II: String(total - 37), III: '9' })

/** A school: self 20 %, group 30 %, council 50 %; nobody scores as direct superior. */
export const school: RegimeCase = {
  rulebook: 'school-20-30-50',
  period: { kind: 'quarter', year: 2026, number: 3 },
  subjects: [
    {
      // §8.6: 95, 90, 88 are 19 + 27 + 44. The group gives 92 and 88, the council 90, 88 and 86.
      who: 'clerk', found: 'staff', self: { points: schoolSheet(95) },
      ratings: {
        group: [{ by: 'typist', points: schoolSheet(92) }, { by: 'officer', points: schoolSheet(88) }],
        council: [{ by: 'chair', points: schoolSheet(90) }, { by: 'officeHead', points: schoolSheet(88) }, { by: 'divisionHead', points: schoolSheet(86) }],
      },
      expect: { total: '90.00', exact: '90/1', level: 'excellent' },
    },
  ],
  quotas: [{ scope: '*', qualifying: 1, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 1, allowed: 0, proposed: 1, over: 1 }],
}

const axes = (of: (axis: number) => Readonly<Record<string, string>>) => ({ axes: Object.fromEntries([1, 2, 3, 4, 5, 6].map((axis) => [String(axis), of(axis)])) })
const percents = (...all: string[]) => axes((axis) => ({ percent: all[axis - 1] ?? '' }))
const allDone = { tasksAssigned: 10, tasksCompleted: 10, tasksOnTimeToQuality: 10, tasksExceeded: 3, tasksLate: 0, findingsRemedied: true }

/** Kon Tum College: the axis points of the post's template; level in words, three dimensions where a product is measured. */
export const konTum: RegimeCase = {
  rulebook: 'kon-tum-college',
  period: { kind: 'quarter', year: 2026, number: 4 },
  subjects: [
    {
      // Administrative staff 45/7/6/4/4/4: 45 + 6.3 + 4.8 + 4 + 2 + 4 = 66.1; general 13 + 11 + 4.
      who: 'clerk', found: 'administrative', facts: allDone, self: { points: { I: '13', II: '12', III: '5' }, lists: percents('100', '100', '100', '100', '100', '100') },
      superior: { points: { I: '13', II: '11', III: '4' }, lists: percents('100', '90', '80', '100', '50', '130') },
      expect: { total: '94.10', exact: '941/10', general: '28.00', task: '66.10', level: 'excellent' },
    },
    {
      // Teachers 40/5/10/5/5/5: the first axis by dimensions (100 + 80 + 90) ÷ 3, the others 80 %: 36 + 24; general 25.
      who: 'typist', group: 'teacher', facts: { ...allDone, tasksExceeded: 0, teachingHoursPercent: 100 }, self: { points: { I: '13', II: '12', III: '5' }, lists: percents('100', '100', '100', '100', '100', '100') },
      superior: { points: { I: '11', II: '10', III: '4' }, lists: axes((axis) => (axis === 1 ? { quantity: '100', quality: '80', timeliness: '90' } : { percent: '80' })) },
      expect: { total: '85.00', exact: '85/1', task: '60.00', level: 'good' },
    },
  ],
  // Of those good or better, 20 %.
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 2, allowed: 0, proposed: 1, over: 1 }],
}
