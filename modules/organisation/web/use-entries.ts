import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { readBody, type BodyShape } from './read-body.ts'

export interface Entries<E extends object, Body> {
  readonly values: E
  readonly set: (patch: Partial<E>) => void
  /** After the first try to save: whether the contract does not accept the field as it is. */
  readonly wrong: (field: keyof E & string) => boolean
  /** `value` and `onChange` of a date field. */
  readonly date: (field: keyof E & string) => {
    value: CalendarDate | null
    onChange: (value: CalendarDate | null, state: { valid: boolean }) => void
  }
  /** Hands over what is to be sent, once all of it is right. */
  readonly submit: (send: (body: Body) => void) => void
}

/** The entries of a form, judged by the shape of the route's body: screen and server refuse the same. */
export function useEntries<E extends object, Body>(initial: E, shape: BodyShape<Body>, bodyOf: (values: E) => unknown = (values) => values): Entries<E, Body> {
  const [values, setValues] = useState(initial)
  const [tried, setTried] = useState(false)
  const [badDates, setBadDates] = useState<ReadonlySet<string>>(new Set())
  const read = readBody(shape, bodyOf(values))
  return {
    values,
    set: (patch) => setValues((now) => ({ ...now, ...patch })),
    wrong: (field) => tried && !read.ok && read.wrong.has(field),
    date: (field) => ({
      value: values[field] as CalendarDate | null,
      onChange: (value, { valid }) => {
        setValues((now) => ({ ...now, [field]: value }))
        setBadDates((now) => new Set(valid ? [...now].filter((other) => other !== field) : [...now, field]))
      },
    }),
    submit: (send) => {
      setTried(true)
      if (read.ok && badDates.size === 0) send(read.body)
      else focusFirstWrong()
    },
  }
}
