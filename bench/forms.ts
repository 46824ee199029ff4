import { measureForms } from '#modules/evaluation/server/documents/measure-forms.ts'
import type { Finding } from './measure.ts'

const formsAtOnce = 120
const batches = 4

/** (f) Forms 01 as PDF, all different, in batches as they are printed; per CPU second, so that cores do not flatter it. */
export async function benchForms(runs: number): Promise<Finding> {
  await measureForms(2, formsAtOnce)
  const found: number[] = []
  for (let run = 0; run < runs; run++) found.push((await measureForms(batches, formsAtOnce)).formsPerCpuSecond)
  return {
    id: 'f',
    what: `Forms 01 as PDF/A in batches of ${formsAtOnce}, per second and core`,
    goal: '≥ 200',
    runs: found,
    show: (value) => value.toFixed(0),
    met: (value) => value >= 200,
    notes: [],
  }
}
