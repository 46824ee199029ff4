import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { printable } from '#platform/documents/printable.ts'
import { compileToPdf } from '#platform/documents/typst-compiler.ts'
import type { Form01 } from './form-inputs.ts'
import { viewOfForm01 } from './form-view.ts'
import { rootMarks } from './root-mark.ts'
import { sampleForm01 } from './sample-forms.ts'

/** Forms 01 for the benchmark, all different: names, points of every criterion, texts and record ids. */
export function distinctForms(count: number, first = 0): Form01[] {
  return Array.from({ length: count }, (_, offset) => {
    const id = first + offset
    return {
      ...sampleForm01,
      fullName: `Nguyễn Thị Hồng Đào ${id}`,
      criteriaRows: sampleForm01.criteriaRows.map((row, index) => ({ ...row, selfPoints: String(((id * 7 + index * 3) % 11) / 4) })),
      total: String(60 + (id % 4000) / 100),
      strengths: `${sampleForm01.strengths ?? ''} Nhiệm vụ số ${id}.`,
      verification: { recordId: `0198f3c2-7d1e-7a44-9a3b-${String(id).padStart(12, '0')}`, shortHash: (id * 7919).toString(16), set: { root: 'ab12'.repeat(16), size: 120 } },
    }
  })
}

export interface FormsMeasured {
  readonly formsPerCpuSecond: number
  readonly bytesPerForm: number
}

/** Makes `batches` documents of `size` forms 01 each on this thread and answers forms per CPU second, so that cores do not flatter it. */
export async function measureForms(batches: number, size: number): Promise<FormsMeasured> {
  const workspace = fileURLToPath(new URL('./templates/', import.meta.url))
  const cpu = process.cpuUsage()
  let bytes = 0
  for (let batch = 0; batch < batches; batch++) {
    const inputs = distinctForms(size, (batch + 1) * 100_000)
    const marks = rootMarks(inputs.map((form) => form.verification))
    const forms = inputs.map(viewOfForm01)
    const data = JSON.stringify(printable({ title: 'Phiếu theo dõi, đánh giá công chức', marks, forms }))
    bytes += compileToPdf({ workspace, main: 'form-01.typ', data, madeAt: 0, tagged: false }).length
    // lets finished documents be freed, as they are between the messages of the render worker
    await setImmediate()
  }
  const used = process.cpuUsage(cpu)
  const seconds = (used.user + used.system) / 1e6
  return { formsPerCpuSecond: (batches * size) / seconds, bytesPerForm: bytes / batches / size }
}
