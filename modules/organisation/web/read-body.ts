/** A shape of the contract, as far as a form needs it. */
export interface BodyShape<Body> {
  safeParse(
    value: unknown,
  ): { success: true; data: Body } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } }
}

export type ReadBody<Body> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly wrong: ReadonlySet<string> }

/** What is to be sent, or the paths of what is missing or wrong. */
export function readBody<Body>(shape: BodyShape<Body>, value: unknown): ReadBody<Body> {
  const read = shape.safeParse(value)
  if (read.success) return { ok: true, body: read.data }
  return { ok: false, wrong: new Set(read.error.issues.map((issue) => issue.path.map(String).join('.'))) }
}
