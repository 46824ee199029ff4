import http from 'node:http'
import { performance } from 'node:perf_hooks'

/** What one request of the load looks like. */
export interface LoadRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** One connection's endless series of requests; told of each answer so that it can follow versions. */
export interface LoadSeries {
  next(): LoadRequest
  answered(status: number, body: string): void
}

/** What a load found. */
export interface LoadResult {
  readonly perSecond: number
  readonly requests: number
  readonly failures: number
  readonly p50: number
  readonly p99: number
}

/** Sends each series over its own kept-alive connection, one request at a time, for `seconds`. Loopback only. */
export async function load(port: number, series: readonly LoadSeries[], seconds: number): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: series.length })
  const times: number[] = []
  let failures = 0
  const begin = performance.now()
  const end = begin + seconds * 1000
  await Promise.all(
    series.map(async (one) => {
      while (performance.now() < end) {
        const from = performance.now()
        const { status, body } = await send(agent, port, one.next())
        times.push(performance.now() - from)
        if (status !== 200) failures += 1
        one.answered(status, body)
      }
    }),
  )
  const took = (performance.now() - begin) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: (times.length - failures) / took, requests: times.length, failures, p50: at(0.5), p99: at(0.99) }
}

/** One request and its answer. */
export function send(agent: http.Agent, port: number, { method, path, headers, body }: LoadRequest): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const request = http.request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}
