import type { RegimeCase, SheetCase } from './regime-case.ts'

/** Form 01: 28 of 30 points, as 10 + 10 + 8. */
const twentyEight = { 'I.1': '5', 'I.2': '5', 'II.1': '2.5', 'II.2': '2.5', 'II.3': '2.5', 'II.4': '2.5', 'III.1': '2', 'III.2': '2', 'III.3': '2', 'III.4': '2' }
/** 26 of 30. */
const twentySix = { ...twentyEight, 'III.1': '1', 'III.2': '1' }
const full = { ...twentyEight, 'III.1': '2.5', 'III.2': '2.5', 'III.3': '2.5', 'III.4': '2.5' }
const judged = (d: string, đ: string, e: string) => ({ d, đ, e })
/** The subject's own points are higher than what counts, so that a result taken from the wrong column is seen. */
const claimed: SheetCase = { points: full }

/** Nghị định 335/2025/NĐ-CP: a, b, c over what was assigned; leaders with d, đ, e; the year is the mean of twelve months. */
export const decree335: RegimeCase = {
  rulebook: 'nd-335-2025',
  period: { kind: 'month', year: 2026, number: 10 },
  subjects: [
    {
      // V06: 2 of 2 at 1.5 and 2 of 4 at 0.5 are 4 of 5: 80 %, so 56 of 70; 26 + 56 = 82.
      who: 'clerk', found: 'staff', self: claimed, superior: { points: twentySix },
      tasks: [{ assigned: 2, completed: 2, coefficient: '3/2' }, { assigned: 4, completed: 2, coefficient: '1/2' }],
      expect: { total: '82.00', exact: '82/1', general: '26.00', task: '56.00', level: 'good', steps: { a: '4/5', b: '4/5', c: '4/5' } },
      // Eleven months of 998 in all with October's 82: 1080 ÷ 12.
      year: { months: ['92', '88', '95', '90', '91', '87', '93', '89', '90', '94', '89'], expect: { total: '90.00', exact: '90/1', level: 'excellent' } },
    },
    {
      // V02: one late event of ten takes 2.5 % of c: (1 + 1 + 0.975) ÷ 3 × 70 + 28.
      who: 'engineer', self: claimed, superior: { points: twentyEight },
      tasks: [{ assigned: 10, completed: 10, coefficient: '1/1', lateEvents: 1 }],
      expect: { total: '97.42', exact: '1169/12', task: '69.42', level: 'excellent', steps: { c: '39/40' } },
    },
    {
      // L3: a, b, c full and d, đ, e at 50: 75 % of 70; 28 + 52.5.
      who: 'officeHead', found: 'leader', self: claimed, superior: { points: twentyEight, judgements: judged('50', '50', '50') },
      tasks: [{ assigned: 3, completed: 3, coefficient: '1/1' }],
      expect: { total: '80.50', exact: '161/2', task: '52.50', level: 'good', steps: { KQ: '3/4' } },
    },
  ],
  quotas: [{ scope: '*', qualifying: 3, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 0, over: 0 }],
}

/** Customs Region VIII: points ÷ 25 are the coefficient, an error costs a quarter of one unit, level E for maternity without tasks. */
export const customs: RegimeCase = {
  rulebook: 'customs-viii',
  period: { kind: 'month', year: 2026, number: 10 },
  subjects: [
    {
      // 4 of 4 at 50 points (k 2) with three errors and a delay, 1 of 2 at 25 points: base 10; a 9/10, b (3.25 × 2 + 1)/10, c (3.75 × 2 + 1)/10.
      who: 'clerk', found: 'staff', self: claimed, superior: { points: twentyEight },
      tasks: [{ assigned: 4, completed: 4, coefficient: '2/1', qualityFaults: 3, lateEvents: 1 }, { assigned: 2, completed: 1, coefficient: '1/1' }],
      expect: { total: '86.33', exact: '259/3', task: '58.33', level: 'good', steps: { a: '9/10', b: '3/4', c: '17/20' } },
      // 259/3 and eleven months of 80.
      year: { months: Array<string>(11).fill('80'), expect: { total: '80.53', exact: '2899/36', level: 'good' } },
    },
    { who: 'typist', self: claimed, superior: { points: twentyEight }, facts: { maternity: true }, expect: { total: null, exact: null, level: 'maternity_leave' } },
    {
      // a, b, c, d, đ full and e at 50: 5.5 ÷ 6.
      who: 'officeHead', found: 'leader', self: claimed, superior: { points: twentyEight, judgements: judged('100', '100', '50') },
      tasks: [{ assigned: 5, completed: 5, coefficient: '18/5' }],
      expect: { total: '92.17', exact: '553/6', level: 'excellent', steps: { KQ: '11/12' } },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 1, allowed: 0, proposed: 0, over: 0 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 1, over: 1 }],
}

/** 95 % done, 90 % of quality level 3 or better, 80 % on time. */
const landTasks = [{ assigned: 18, completed: 18, coefficient: '1/1' }, { assigned: 2, completed: 1, coefficient: '1/1' }]
const landMarks = { tasks: { '1': { qualityLevel: '3', late: '2' }, '2': { qualityLevel: '2', late: '1' } } }
const nineNineTen = { I: '9', II: '9', III: '10' }

/** Đắk Lắk land office: 20/32/18 for staff; 8/13/7 and 21 + 11 + 10 for managers. */
export const dakLak: RegimeCase = {
  rulebook: 'dak-lak-land-office',
  period: { kind: 'month', year: 2026, number: 10 },
  subjects: [
    {
      // §8.6: 19 + 28.8 + 14.4 = 62.2, and 28.
      who: 'clerk', found: 'staff', self: { points: { I: '9', II: '9', III: '12' }, lists: landMarks }, superior: { points: nineNineTen },
      tasks: landTasks,
      expect: { total: '90.20', exact: '451/5', task: '62.20', level: 'excellent', reasons: ['notice.confirm_exclusions'], steps: { quantity: '19/20', quality: '9/10', timeliness: '4/5' } },
      // 90.2 and eleven months of 70.
      year: { months: Array<string>(11).fill('70'), expect: { total: '71.68', exact: '4301/60', level: 'good' } },
    },
    {
      // 7.6 + 11.7 + 5.6, then 21 + 5.5 + 10, and 28.
      who: 'officeHead', found: 'leader', self: { points: { I: '9', II: '9', III: '12' }, lists: landMarks }, superior: { points: nineNineTen, judgements: judged('100', '50', '100') },
      tasks: landTasks,
      expect: { total: '89.40', exact: '447/5', task: '61.40', level: 'good', steps: { own_points: '249/10', led_points: '73/2' } },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 1, allowed: 0, proposed: 1, over: 1 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 0, over: 0 }],
}

/** Hưng Yên statistics: an office head has the multiplier 1.4; here the office lets it weigh what was completed only. */
export const hungYen: RegimeCase = {
  rulebook: 'hung-yen-statistics',
  period: { kind: 'quarter', year: 2026, number: 3 },
  settings: { positionMultiplier: 'completed' },
  subjects: [
    {
      // Staff 1.0: 7 of 8 three times; 61.25 + 28.
      who: 'clerk', found: 'staff', self: claimed, superior: { points: twentyEight },
      tasks: [{ assigned: 8, completed: 7, coefficient: '1/1' }],
      expect: { total: '89.25', exact: '357/4', task: '61.25', level: 'good', steps: { a: '7/8' } },
      // Three months of 89.25 and nine of 91.
      year: { months: Array<string>(9).fill('91'), expect: { total: '90.56', exact: '1449/16', level: 'excellent' } },
    },
    {
      // 6 of 10 weigh 8.4; two faults leave 5.5, so 7.7: (0.84 + 0.77 + 0.84 + 3) ÷ 6.
      who: 'officeHead', found: 'office_head', self: claimed, superior: { points: twentyEight, judgements: judged('100', '100', '100') },
      tasks: [{ assigned: 10, completed: 6, coefficient: '1/1', qualityFaults: 2 }],
      expect: { total: '91.58', exact: '1099/12', level: 'excellent', steps: { a: '21/25', b: '77/100' } },
    },
  ],
  quotas: [{ scope: '*', qualifying: 2, allowed: 0, proposed: 1, over: 1 }, { scope: 'Chuyên viên', qualifying: 1, allowed: 0, proposed: 0, over: 0 }, { scope: 'Trưởng phòng', qualifying: 1, allowed: 0, proposed: 1, over: 1 }],
}

const capital = (general: string, tasks: string, bonus?: string): SheetCase => ({ points: { general, tasks, ...(bonus === undefined ? {} : { bonus }) } })

/** Hà Nội 2018: 20 + 70 + 10; at most 30 % of those rated at A. */
export const haNoi: RegimeCase = {
  rulebook: 'ha-noi-qd-3814',
  period: { kind: 'month', year: 2018, number: 6 },
  subjects: [
    {
      who: 'clerk', found: 'staff', self: capital('20', '70', '10'), superior: capital('18', '65', '8'), expect: { total: '91.00', exact: '91/1', general: '18.00', task: '65.00', level: 'excellent' },
      // 91 and eleven months of 88.5.
      year: { months: Array<string>(11).fill('88.5'), expect: { total: '88.71', exact: '2129/24', level: 'good' } },
    },
    // The bonus may stay blank.
    { who: 'typist', self: capital('20', '70'), superior: capital('19', '62'), expect: { total: '81.00', exact: '81/1', level: 'good' } },
    { who: 'officer', self: capital('20', '70'), superior: capital('10', '59.5', '0.25'), expect: { total: '69.75', exact: '279/4', level: 'completed' } },
    { who: 'engineer', self: capital('20', '70'), superior: capital('9', '40.5'), expect: { total: '49.50', exact: '99/2', level: 'not_completed' } },
  ],
  quotas: [{ scope: '*', qualifying: 4, allowed: 1, proposed: 1, over: 0 }],
}
