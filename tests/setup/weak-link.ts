import type { FastifyInstance } from 'fastify'

/** What happens to requests on their way: cut before the server sees them, after it has done them, or sent twice. */
export type Fate = 'arrives' | 'lost' | 'answer lost' | 'twice'

/**
 * Stands for the network between a page's `fetch` and a server without a socket, for as long as `work` runs. `fateOf`
 * says what becomes of each request; a lost one looks to the page as it does in a browser. `headersOf` says whose it is.
 */
export async function overWeakLink<T>(app: FastifyInstance, headersOf: () => Readonly<Record<string, string>>, fateOf: () => Fate, work: () => Promise<T>): Promise<T> {
  const usual = globalThis.fetch
  const arrive = async (address: string, init: RequestInit): Promise<Response> => {
    const answer = await app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: address,
      headers: { ...(init.headers as Record<string, string>), ...headersOf() },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    })
    return new Response(answer.payload, { status: answer.statusCode })
  }
  globalThis.fetch = async (address, init = {}) => {
    const fate = fateOf()
    if (fate === 'lost') throw new TypeError('Failed to fetch')
    const asked = [arrive(String(address), init), ...(fate === 'twice' ? [arrive(String(address), init)] : [])]
    const [response] = await Promise.all(asked)
    if (fate === 'answer lost' || response === undefined) throw new TypeError('Failed to fetch')
    return response
  }
  try {
    return await work()
  } finally {
    globalThis.fetch = usual
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
