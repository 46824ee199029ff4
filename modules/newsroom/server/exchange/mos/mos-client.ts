import { connect, type Socket } from 'node:net'
import { heartbeat, mosMessage, readAnswer, type MosAnswer } from '../../../domain/exchange/mos/index.ts'
import type { XmlElement } from '../../../domain/exchange/xml.ts'
import type { MosPeer } from './peer-settings.ts'
import { messagesOfWire, toWire } from './utf16.ts'

/** How long a client waits. */
export interface MosPatience {
  /** An answer that does not come means a dead link. */
  readonly answerMs: number
  /** Between heartbeats while nothing else is said. */
  readonly heartbeatMs: number
  readonly firstRetryMs: number
  readonly longestRetryMs: number
}

const usualPatience: MosPatience = { answerMs: 10_000, heartbeatMs: 30_000, firstRetryMs: 500, longestRetryMs: 30_000 }

/** A line to one device: messages go one by one, each after the answer to the one before. */
export interface MosClient {
  /** Resolves with the device’s answer, taken or not; rejects only when the client is closed before. */
  send(body: XmlElement): Promise<MosAnswer>
  /** Whether the device is there now. */
  isConnected(): boolean
  close(): Promise<void>
}

interface Waiting {
  readonly id: number
  readonly body: XmlElement
  readonly done: (answer: MosAnswer) => void
  readonly failed: (error: Error) => void
}

/** The last number a message may have before they begin again. */
const lastMessageId = 2_147_483_647

/** How long to wait before the next try: twice as long each time, to a limit. */
export function retryAfter(failures: number, { firstRetryMs, longestRetryMs }: Pick<MosPatience, 'firstRetryMs' | 'longestRetryMs'>): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 20))
}

/**
 * Keeps a line to a device open. A message whose answer is missing is sent again with the same number once the line stands again,
 * so that the device can tell it from a new one.
 */
export function createMosClient(peer: MosPeer, patience: Partial<MosPatience> = {}, firstMessageId = 1): MosClient {
  const wait = { ...usualPatience, ...patience }
  const queue: Waiting[] = []
  let nextId = firstMessageId
  let socket: Socket | null = null
  let connected = false
  let closed = false
  let failures = 0
  let answerTimer: NodeJS.Timeout | undefined
  let quietTimer: NodeJS.Timeout | undefined
  let retryTimer: NodeJS.Timeout | undefined

  const say = (messageId: number, body: XmlElement): void => {
    socket?.write(toWire(mosMessage({ mosId: peer.mosId, ncsId: peer.ncsId, messageId }, body)))
  }
  const sayNext = (): void => {
    clearTimeout(answerTimer)
    clearTimeout(quietTimer)
    if (!connected) return
    const [next] = queue
    if (next === undefined) {
      quietTimer = setTimeout(beat, wait.heartbeatMs)
      return
    }
    say(next.id, next.body)
    answerTimer = setTimeout(() => socket?.destroy(), wait.answerMs)
  }
  const beat = (): void => {
    void enqueue(heartbeat(new Date().toISOString().replace(/\.\d+Z$/, 'Z'))).catch(() => undefined)
  }
  const enqueue = (body: XmlElement): Promise<MosAnswer> =>
    new Promise((done, failed) => {
      if (closed) {
        failed(new Error('the MOS client is closed'))
        return
      }
      const id = nextId
      nextId = id === lastMessageId ? 1 : id + 1
      queue.push({ id, body, done, failed })
      if (queue.length === 1) sayNext()
    })
  const hear = (message: string): void => {
    const answer = readAnswer(message)
    const [asked] = queue
    // A device that cannot place a message answers without its number.
    if (asked !== undefined && (answer.messageId === null || answer.messageId === asked.id)) {
      queue.shift()
      failures = 0
      asked.done(answer)
      sayNext()
    } else if (answer.kind === 'heartbeat' && answer.messageId !== null) {
      say(answer.messageId, heartbeat(new Date().toISOString().replace(/\.\d+Z$/, 'Z')))
    }
  }
  const open = (): void => {
    const line = connect({ host: peer.host, port: peer.port })
    const collect = messagesOfWire()
    socket = line
    line.setNoDelay(true)
    line.on('connect', () => {
      connected = true
      sayNext()
    })
    line.on('data', (bytes) => {
      try {
        for (const message of collect(bytes)) hear(message)
      } catch {
        line.destroy()
      }
    })
    // What went wrong is told by the close that follows.
    line.on('error', () => undefined)
    line.on('close', () => {
      connected = false
      clearTimeout(answerTimer)
      clearTimeout(quietTimer)
      if (closed) return
      retryTimer = setTimeout(open, retryAfter(failures, wait))
      failures += 1
    })
  }
  open()

  return {
    send: enqueue,
    isConnected: () => connected,
    close: async () => {
      closed = true
      for (const timer of [answerTimer, quietTimer, retryTimer]) clearTimeout(timer)
      for (const { failed } of queue.splice(0)) failed(new Error('the MOS client is closed'))
      const line = socket
      if (line === null || line.destroyed) return
      await new Promise<void>((gone) => {
        line.once('close', () => gone())
        line.destroy()
      })
    },
  }
}
