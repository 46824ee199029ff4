/** What a device answered: whether it took the message, and what it says of it. */
export interface MosAnswer {
  readonly messageId: number | null
  /** The message inside the envelope, `roAck`. */
  readonly kind: string
  readonly ok: boolean
  readonly status: string
}

const envelope = new Set(['mos', 'mosID', 'ncsID', 'messageID'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads one answer. Acknowledgements are flat, so their tags are looked up by name. */
export function readAnswer(message: string): MosAnswer {
  const kind = [...message.matchAll(/<([A-Za-z][\w.-]*)/g)].map(([, name]) => name ?? '').find((name) => !envelope.has(name)) ?? ''
  const number = tag(message, 'messageID')
  const status = kind === 'roAck' ? tag(message, 'roStatus') : kind === 'mosAck' ? tag(message, 'status') : ''
  const why = kind === 'mosAck' ? tag(message, 'statusDescription') : ''
  return {
    messageId: /^[1-9]\d{0,9}$/.test(number) ? Number(number) : null,
    kind,
    ok: kind === 'heartbeat' || (kind === 'roAck' && status === 'OK') || (kind === 'mosAck' && status === 'ACK'),
    status: [status, why].filter((part) => part !== '').join(': '),
  }
}

function tag(message: string, name: string): string {
  const from = message.indexOf(`<${name}>`)
  const to = from < 0 ? -1 : message.indexOf(`</${name}>`, from)
  const words = to < 0 ? '' : message.slice(from + name.length + 2, to)
  return words.trim().replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
}
