import type { RoundCase } from './regime-case.ts'

const done = { tasksAssigned: 10, tasksCompleted: 10, tasksOnTimeToQuality: 10, tasksExceeded: 4, tasksLate: 0, findingsRemedied: true }
const eightLines = { a: '8', b: '8', c: '8', d: '8', đ: '8', e: '8', g: '8', h: '8' }

/** Organisations under the Decree, for the year (article 9). */
export const organisations335: RoundCase = {
  rulebook: 'nd-335-2025-organisation',
  period: { kind: 'year', year: 2026, number: 1 },
  units: [
    // 9 + 9 + 10 and eight lines of 8: 92; all done, 40 % exceeded.
    { unit: 'VP', points: { 'G.1': '9', 'G.2': '9', 'G.3': '10', ...eightLines }, facts: done, expect: { total: '92.00', exact: '92/1', general: '28.00', task: '64.00', level: 'excellent' } },
    // The same points with 29 % exceeded are good.
    { unit: 'KT', points: { 'G.1': '9', 'G.2': '9', 'G.3': '10', ...eightLines }, facts: { ...done, tasksAssigned: 100, tasksCompleted: 100, tasksOnTimeToQuality: 100, tasksExceeded: 29 }, expect: { total: '92.00', exact: '92/1', level: 'good', reasons: ['condition.exceeded'] } },
  ],
}

const general = { '1.1': '2.5', '1.2': '2.5', '1.3': '2.5', '1.4': '2.5', '2.1': '2.5', '2.2': '2.5', '2.3': '2.5', '2.4': '2.5', '3.1': '5', '3.2': '3' }
const axes = Object.fromEntries([['15', '100'], ['20', '95'], ['10', '90'], ['15', '100'], ['5', '80'], ['5', '100']].map(([max = '', percent = ''], at) => [String(at + 1), { max, percent }]))

/** Collectives under 366-QĐ/TW, quarter by quarter. */
export const collectives366: RoundCase = {
  rulebook: '366-qd-tw-collective',
  period: { kind: 'quarter', year: 2026, number: 3 },
  units: [
    // 28 and 15 + 19 + 9 + 15 + 4 + 5 = 67.
    { unit: 'VP', points: general, facts: { ...done, disciplinedSubUnits: 0, disciplinedMembers: 0 }, lists: { axes }, expect: { total: '95.00', exact: '95/1', general: '28.00', task: '67.00', level: 'excellent' } },
    // A member was disciplined: not excellent.
    { unit: 'KT', points: general, facts: { ...done, disciplinedSubUnits: 0, disciplinedMembers: 1 }, lists: { axes }, expect: { total: '95.00', exact: '95/1', level: 'good', reasons: ['condition.no_discipline'] } },
  ],
}

const targets = { targets: 10, targetsDone: 10, targetsExceeded: 5, targetsOnTime: 8, membersDisciplined: 0 }
const sample2018 = { 'I.1': '9', 'I.2': '9.5', 'I.3': '9', 'I.4': '10', 'II.1': '37', 'II.2': '9', 'II.3': '9.5' }

/** Collectives of a 2018 district, before their heads. */
export const collectives2018: RoundCase = {
  rulebook: 'six-groups-2018-collective',
  period: { kind: 'year', year: 2018, number: 1 },
  units: [
    // 37.5 + 55.5; all targets done, half of them exceeded.
    { unit: 'VP', points: sample2018, facts: targets, expect: { total: '93.00', exact: '93/1', general: '37.50', task: '55.50', level: 'excellent' } },
    // 40 % exceeded are not enough; 80 % on time and to quality are, for good.
    { unit: 'KT', points: sample2018, facts: { ...targets, targetsExceeded: 4 }, expect: { total: '93.00', exact: '93/1', level: 'good', reasons: ['condition.targets_all'] } },
  ],
}
