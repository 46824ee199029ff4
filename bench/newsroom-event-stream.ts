import http from 'node:http'

const patience = 10_000

/** An open stream of events. */
export interface EventStream {
  /** Comes with the next event. */
  next(): Promise<void>
  close(): void
}

/** Opens a stream and waits for its first event, which says how things stand. */
export async function openStream(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<EventStream> {
  let heard = Promise.withResolvers<void>()
  const first = heard.promise
  const request = http.get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
    if (response.statusCode !== 200) return heard.reject(new Error(`${path} answered ${response.statusCode}`))
    response.setEncoding('utf8')
    response.on('data', (part: string) => {
      if (!/^data: /m.test(part)) return
      const now = heard
      heard = Promise.withResolvers<void>()
      now.resolve()
    })
  })
  // Closing a stream that is never to end is an error of its request.
  request.on('error', (error) => heard.reject(error))
  const stream = {
    async next() {
      const late = setTimeout(() => heard.reject(new Error(`${path} said nothing for ${patience} ms`)), patience)
      await heard.promise.finally(() => clearTimeout(late))
    },
    close() {
      heard.promise.catch(() => undefined)
      request.destroy()
    },
  }
  await first
  return stream
}
