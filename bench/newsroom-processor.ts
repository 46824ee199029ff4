import { readFileSync } from 'node:fs'
import type { Served } from './processes.ts'

/** A hundredth of a second, in which Linux counts. */
const tickMs = 10

/** Processor time a process has used, in milliseconds; Linux only, else null. */
export function processorMs({ child }: Served): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return null
  }
}
