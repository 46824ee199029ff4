import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitCrossedEffects, type Observation } from './crossed-effects.ts'

/** Davies and Goldsmith (1972), 24 plates a–x × 6 samples A–F, as lme4 ships it ("Penicillin"): diameters by plate. */
const diameters = (
  '27 23 26 23 23 21|27 23 26 23 23 21|25 21 25 24 24 20|26 23 25 23 23 20|25 22 26 22 23 20|24 22 25 23 22 19|24 20 23 21 22 19|26 22 26 24 24 21|' +
  '24 21 24 22 22 20|24 21 24 23 22 19|26 23 26 24 24 21|25 22 26 24 24 20|26 24 26 24 25 22|26 23 26 23 23 20|26 23 25 24 24 22|25 22 25 23 23 20|' +
  '25 21 24 23 23 20|25 22 24 23 23 19|24 21 23 21 21 19|26 23 26 24 24 21|25 21 24 22 22 18|25 22 25 22 22 20|24 21 24 22 24 19|24 21 24 22 21 18'
).split('|').map((plate) => plate.split(' ').map(Number))

const penicillin: Observation[] = diameters.flatMap((plate, at) => plate.map((value, sample) => ({ rater: String.fromCharCode(97 + at), subject: String.fromCharCode(65 + sample), value })))
const near = (found: number, expected: number, by: number) => assert.ok(Math.abs(found - expected) < by, `${found}, not ${expected}`)

test('the published REML estimates of the Penicillin data come out, whichever side is the larger', () => {
  for (const data of [penicillin, penicillin.map(({ subject, rater, value }) => ({ subject: rater, rater: subject, value }))]) {
    const fit = fitCrossedEffects(data)
    const [plate, sample] = data === penicillin ? [fit.sd.rater, fit.sd.subject] : [fit.sd.subject, fit.sd.rater]
    // lme4: 0.8467, 1.9316, 0.5499, mean 22.97222 (error 0.8086), REML criterion 330.8606; Metida.jl agrees to five places.
    near(plate, 0.8467, 0.00005)
    near(sample, 1.9316, 0.0001)
    near(fit.sd.residual, 0.5499, 0.00005)
    near(fit.mean, 22.97222, 0.00001)
    near(fit.meanError, 0.808573, 0.0001)
    near(fit.criterion, 330.8606, 0.00005)
  }
})

test('predictions of a balanced design are the known shrunken means', () => {
  const fit = fitCrossedEffects(penicillin)
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
  const { sd } = fit
  diameters.forEach((plate, at) => {
    const shrink = (6 * sd.rater ** 2) / (6 * sd.rater ** 2 + sd.residual ** 2)
    near(fit.raters.get(String.fromCharCode(97 + at))?.effect ?? 0, shrink * (mean(plate) - fit.mean), 1e-6)
  })
  const shrink = (24 * sd.subject ** 2) / (24 * sd.subject ** 2 + sd.residual ** 2)
  for (let sample = 0; sample < 6; sample += 1) {
    near(fit.subjects.get(String.fromCharCode(65 + sample)) ?? 0, shrink * (mean(diameters.map((plate) => plate[sample] ?? 0)) - fit.mean), 1e-6)
  }
})

/** The same equations written out whole, solved by elimination: nothing shared with the program but the ratios. */
function whole(data: readonly Observation[], sd: { subject: number; rater: number; residual: number }) {
  const names = [...new Set(data.map((one) => `s${one.subject}`)), ...new Set(data.map((one) => `r${one.rater}`))]
  const size = names.length + 1
  const matrix = Array.from({ length: size }, () => Array<number>(size * 2 + 1).fill(0))
  const put = (row: number, column: number, value: number) => { (matrix[row] ?? [])[column] = (matrix[row]?.[column] ?? 0) + value }
  for (const { subject, rater, value } of data) {
    const at = [0, 1 + names.indexOf(`s${subject}`), 1 + names.indexOf(`r${rater}`)]
    for (const row of at) {
      for (const column of at) put(row, column, 1)
      put(row, size * 2, value)
    }
  }
  names.forEach((name, at) => put(at + 1, at + 1, (sd.residual / (name.startsWith('s') ? sd.subject : sd.rater)) ** 2))
  for (let row = 0; row < size; row += 1) put(row, size + row, 1)
  for (let pivot = 0; pivot < size; pivot += 1) {
    const by = matrix[pivot]?.[pivot] ?? 1
    matrix[pivot] = (matrix[pivot] ?? []).map((value) => value / by)
    matrix.forEach((row, at) => {
      const times = row[pivot] ?? 0
      if (at !== pivot) matrix[at] = row.map((value, column) => value - times * (matrix[pivot]?.[column] ?? 0))
    })
  }
  return new Map(['mean', ...names].map((name, at) => [name, { effect: matrix[at]?.[size * 2] ?? 0, error: sd.residual * Math.sqrt(matrix[at]?.[size + at] ?? 0) }]))
}

test('in an unbalanced design effects and their errors are those of the equations written out whole', () => {
  const data = penicillin.filter((one, at) => at % 3 !== 0 && !(one.rater < 'f' && one.subject > 'D'))
  for (const swapped of [false, true]) {
    const scores = swapped ? data.map(({ subject, rater, value }) => ({ subject: rater, rater: subject, value })) : data
    const fit = fitCrossedEffects(scores)
    const expected = whole(scores, fit.sd)
    near(fit.mean, expected.get('mean')?.effect ?? 0, 1e-8)
    near(fit.meanError, expected.get('mean')?.error ?? 0, 1e-8)
    for (const [name, { effect, error }] of fit.raters) {
      near(effect, expected.get(`r${name}`)?.effect ?? 0, 1e-7)
      near(error, expected.get(`r${name}`)?.error ?? 0, 1e-7)
    }
    for (const [name, effect] of fit.subjects) near(effect, expected.get(`s${name}`)?.effect ?? 0, 1e-7)
  }
})

test('the estimates are a minimum of the criterion: no difference between raters is planted, hardly any is found', () => {
  const flat = ['A', 'B', 'C', 'D', 'E'].flatMap((subject, i) => ['x', 'y', 'z'].map((rater, j) => ({ subject, rater, value: 80 + 3 * i + ((i * 7 + j * 5) % 3) - 1 })))
  const fit = fitCrossedEffects(flat)
  assert.ok(fit.sd.rater < 0.01, String(fit.sd.rater))
  assert.ok(fit.sd.subject > 3)
})

test('a single rater or subject cannot be modelled', () => {
  const one = { subject: 'A', rater: 'x', value: 1 }
  assert.throws(() => fitCrossedEffects([one, { ...one, subject: 'B' }, { ...one, subject: 'C' }]), RangeError)
  assert.throws(() => fitCrossedEffects([one, { ...one, rater: 'y' }, { ...one, rater: 'z' }]), RangeError)
})
