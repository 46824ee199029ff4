import { TooManyDigits } from '#kernel/rational.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { InputProblem } from './types.ts'

/** Collects what is wrong with one input. Paths are built only when something is wrong. */
export class Problems {
  readonly list: InputProblem[] = []
  /** Where the reader is: `tasks` with index 2 gives `tasks[2].completed`. */
  private base = ''
  private index = -1

  at(base: string, index = -1): void {
    this.base = base
    this.index = index
  }

  path(key: string): string {
    const start = this.index < 0 ? this.base : `${this.base}[${this.index}]`
    if (start === '') return key
    return key === '' ? start : `${start}.${key}`
  }

  add(key: string, message: string, expected: string): void {
    if (this.list.length < 100) this.list.push({ path: this.path(key), message, expected })
  }

  /** Throws `score_input_invalid` with everything found, if anything was. */
  refuseIfAny(): void {
    if (this.list.length > 0) throw new Refusal('score_input_invalid', { errors: this.list })
  }
}

/** How a wrong value is quoted in a message. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

/** Computes; numbers that outgrow every sheet are refused like any other wrong input instead of taking for ever. */
export function withinDigits<T>(compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof TooManyDigits)) throw error
    throw new Refusal('score_input_invalid', { errors: [{ path: '', message: 'Công thức ra số có hàng vạn chữ số', expected: 'công thức không nhân kết quả với chính nó nhiều lần' }] })
  }
}
