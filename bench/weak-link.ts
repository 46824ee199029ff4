import net from 'node:net'
import { once } from 'node:events'

/** A link between a browser and the program that can be made weak. */
export interface WeakLink {
  readonly port: number
  /** From now on every answer comes later and no faster than this; undefined for the bare loopback. */
  make(weak: { readonly latencyMs: number; readonly bytesPerSecond: number } | undefined): void
  close(): void
}

/**
 * Stands between browser and program, so that everything is slow alike: the page's requests and those of its service
 * worker, which the browser's own throttling would leave out. All connections share the rate, as they share a phone's
 * antenna.
 */
export async function openWeakLink(to: number): Promise<WeakLink> {
  let weak: { readonly latencyMs: number; readonly bytesPerSecond: number } | undefined
  let busyUntil = 0
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const program = net.connect(to, '127.0.0.1')
    const end = () => {
      client.destroy()
      program.destroy()
      sockets.delete(client)
    }
    sockets.add(client)
    client.pipe(program)
    program.on('data', (part) => {
      if (weak === undefined) return void client.write(part)
      const now = performance.now()
      busyUntil = Math.max(busyUntil, now) + (part.length / weak.bytesPerSecond) * 1000
      setTimeout(() => client.writable && client.write(part), busyUntil - now + weak.latencyMs)
    })
    for (const socket of [client, program]) socket.on('error', end).on('close', () => setTimeout(end, weak === undefined ? 0 : 60_000).unref())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    make: (next) => {
      weak = next
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
