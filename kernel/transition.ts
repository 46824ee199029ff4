import { refuse } from './refusal.ts'

/** One act on a status machine: from where, to where, and which right it takes. */
export interface Transition<Status extends string, Right extends string> {
  readonly from: readonly Status[]
  readonly to: Status
  readonly by: Right
}

/** A status machine is a table; server and screen read the same one. */
export type TransitionTable<Act extends string, Status extends string, Right extends string> = Readonly<
  Record<Act, Transition<Status, Right>>
>

/** The acts a status admits for somebody who holds these rights, in the table's order. */
export function availableActs<Act extends string, Status extends string, Right extends string>(
  table: TransitionTable<Act, Status, Right>,
  status: Status,
  holds: (right: Right) => boolean,
): Act[] {
  return (Object.keys(table) as Act[]).filter((act) => table[act].from.includes(status) && holds(table[act].by))
}

/** The status an act leads to; refuses with `code`, the present status and the statuses it may start from. */
export function transit<Act extends string, Status extends string, Right extends string>(
  table: TransitionTable<Act, Status, Right>,
  act: Act,
  status: Status,
  code: string,
): Status {
  const { from, to } = table[act]
  if (!from.includes(status)) refuse(code, { act, status, allowed: from })
  return to
}
