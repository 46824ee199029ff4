import { randomUUID } from 'node:crypto'
import { compileAhead } from '#modules/evaluation/server/index.ts'
import { helpText, readArguments, type Arguments } from './arguments.ts'
import { noSpace, StartProblem } from './start-problem.ts'
import { networkAddresses, startUp, Undos, type Started } from './start-up.ts'

const undos = new Undos()
let ending = false

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Ends cleanly once: Ctrl-C at the terminal reaches this process and npm, and people press it twice. */
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await undos.run()
  process.exit(code)
}

function endWithSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  // Started by bin/run.mjs under an older Node: when that one is killed, this one must not live on.
  process.once('disconnect', () => void end(0))
  process.channel?.unref()
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2), process.env, `${import.meta.dirname}/../..`)
  if (args.help) return say(helpText)
  endWithSignals()
  const started = await startUp(args, undos, say)
  void started.databaseLost.then(async () => {
    const full = await started.program.services.room.isFull()
    if (!ending) process.stderr.write(`${full ? noSpace().message : 'PostgreSQL đã dừng đột ngột, chương trình dừng theo. (PostgreSQL ended unexpectedly.)'}\n`)
    return end(1)
  })
  if (args.sample) await loadSample(started)
  const url = args.dev ? await (await import('./serve-dev.ts')).serveDev(args, started.url, undos) : started.url
  announce(args, url)
  await compileAhead()
}

function announce(args: Arguments, url: string): void {
  say(`Thước Đo đang chạy tại ${url} (Ctrl-C để dừng)`)
  for (const address of networkAddresses(args)) say(`  trong mạng nội bộ: ${address}`)
}

interface SampleAccount {
  readonly role: string
  readonly username: string
  readonly password: string
  readonly fullName: string
}

/** Loads the sample through the program's own door, which refuses when there is data already. */
async function loadSample({ program }: Started): Promise<void> {
  const reply = await program.app.inject({ method: 'POST', url: '/api/accounts/load-sample', headers: { 'x-request-id': randomUUID() } })
  const answer = reply.json<{ accounts?: SampleAccount[]; error?: { code: string } }>()
  if (answer.error?.code === 'accounts.set-up.done') return say('Thư mục dữ liệu đã có dữ liệu, không nạp dữ liệu mẫu.')
  if (answer.accounts === undefined) throw new StartProblem(`Không nạp được dữ liệu mẫu (${answer.error?.code}). (The sample could not be loaded.)`)
  say('Đã nạp dữ liệu mẫu. Tài khoản dùng thử:')
  for (const account of answer.accounts) {
    say(`  ${account.username.padEnd(16)} ${account.password.padEnd(16)} ${account.role}, ${account.fullName}`)
  }
}

try {
  await main()
} catch (error) {
  if (!ending) {
    const line = error instanceof StartProblem ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${line}\n`)
  }
  await end(1)
}
