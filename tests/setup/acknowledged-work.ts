import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'

/** A command that was sent: what it asked, under which request id, and whether it was acknowledged. */
export interface SentWork {
  readonly requestId: string
  readonly path: string
  readonly body: { readonly title: string; readonly quantity: number } | { readonly name: string; readonly address: string }
  readonly rest: object
  acknowledged: { readonly taskId?: string } | null
}

/** Somebody who records unplanned work with proof of it as fast as the program answers, and remembers every answer. */
export class BusyOfficial {
  readonly sent: SentWork[] = []
  readonly #cookie: string
  readonly #productId: string
  #address = ''
  #stopped = false

  constructor(cookie: string, productId: string) {
    this.#cookie = cookie
    this.#productId = productId
  }

  /** Works until the program stops answering, or until told to stop. */
  async work(address: string): Promise<void> {
    this.#address = address
    this.#stopped = false
    while (!this.#stopped) {
      const quantity = 1 + (this.sent.length % 9)
      const rest = { productId: this.#productId, completed: quantity, completedOn: today() }
      const task = await this.#send(taskRoutes.addAdHocTask.path, { title: `Việc đột xuất ${randomUUID()}`, quantity }, rest)
      const taskId = task?.acknowledged?.taskId
      if (taskId === undefined) continue
      const name = `Minh chứng ${randomUUID()}`
      await this.#send(taskRoutes.addEvidenceLink.path.replace(':taskId', taskId), { name, address: `https://luu-tru.example/${taskId}` }, {})
    }
  }

  stop(): void {
    this.#stopped = true
  }

  /** Sends again, under its old request id, what was never answered. */
  async sendAgain(address: string): Promise<void> {
    this.#address = address
    for (const work of this.sent) work.acknowledged ??= await this.#askUntilServed(work)
  }

  /** A program that says 503 asks to be asked again; anything else is an answer. */
  async #askUntilServed(work: SentWork): Promise<SentWork['acknowledged']> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#ask(work)
      } catch (error) {
        if (!(error instanceof NotDone) || error.status !== 503 || attempt === 60) throw error
        await sleep(500)
      }
    }
  }

  async #send(path: string, body: SentWork['body'], rest: object): Promise<SentWork | undefined> {
    const work: SentWork = { requestId: randomUUID(), path, body, rest, acknowledged: null }
    this.sent.push(work)
    try {
      work.acknowledged = await this.#ask(work)
      return work
    } catch {
      this.#stopped = true
      return undefined
    }
  }

  async #ask(work: SentWork): Promise<SentWork['acknowledged']> {
    const response = await fetch(`${this.#address}${work.path}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json', 'x-request-id': work.requestId },
      body: JSON.stringify({ ...work.body, ...work.rest }),
    })
    if (!response.ok) throw new NotDone(response.status, `${work.path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as SentWork['acknowledged']
  }
}

class NotDone extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** What was lost, doubled or half done, in words; empty when the database holds what was acknowledged and nothing half. */
export async function lossesOf(client: pg.Client, sent: readonly SentWork[]): Promise<string[]> {
  const { rows: requests } = await client.query<{ id: string; count: number }>('select request_id::text as id, count(*)::int from ledger_entry where request_id = any($1::uuid[]) group by 1', [
    sent.map((work) => work.requestId),
  ])
  const entries = new Map(requests.map((row) => [row.id, row.count]))
  const { rows: tasks } = await client.query<{ key: string; value: string }>("select title as key, assigned::text as value from evaluation_task where starts_with(title, 'Việc đột xuất ')")
  const { rows: proofs } = await client.query<{ key: string; value: string }>("select name as key, address as value from evaluation_evidence where starts_with(name, 'Minh chứng ')")
  const rows = Map.groupBy([...tasks, ...proofs], (row) => row.key)
  const losses: string[] = []
  const known = new Set<string>()
  for (const work of sent) {
    const [key, value] = 'title' in work.body ? [work.body.title, String(work.body.quantity)] : [work.body.name, work.body.address]
    known.add(key)
    const there = rows.get(key) ?? []
    const count = entries.get(work.requestId) ?? 0
    if (work.acknowledged !== null && count !== 1) losses.push(`${key} was acknowledged and is in the ledger ${count} times`)
    if (there.length !== count || count > 1) losses.push(`${key} is there ${there.length} times, in the ledger ${count} times`)
    if (there.some((row) => row.value !== value)) losses.push(`${key} is half written`)
  }
  for (const key of rows.keys()) if (!known.has(key) && !/^Minh chứng \d/.test(key)) losses.push(`${key} was never sent`)
  return losses
}
