/** What a refusal carries for the person who must act on it: plain JSON values, never a secret. */
export type RefusalData = Readonly<Record<string, unknown>>

/**
 * A rule said no (từ chối). The code is frozen once released; its words live in the module's messages.
 * Thrown once in the domain or a command, caught once in the HTTP wrapper.
 */
export class Refusal extends Error {
  readonly code: string
  readonly data: RefusalData

  constructor(code: string, data: RefusalData = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** Throws a {@link Refusal}. */
export function refuse(code: string, data: RefusalData = {}): never {
  throw new Refusal(code, data)
}

/** A module's refusal codes, each with the HTTP status it answers with. */
export type RefusalCatalogue = Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503>>
