import { Refusal } from '#kernel/refusal.ts'
import { backupUsage, restoreUsage } from './backup-usage.ts'
import { CommandError, type Answer } from './command.ts'
import { keysUsage } from './keys-usage.ts'
import { newsroomUsage } from './newsroom-usage.ts'
import { verifyUsage } from './verify-usage.ts'

const usage = [
  'thuocdo rulebook check FILE…',
  'thuocdo rulebook list',
  'thuocdo rulebook show RULEBOOK',
  'thuocdo rulebook diff A B',
  'thuocdo score FILE [--rulebook FILE] [--no-derivation]',
  'thuocdo score --help [RULEBOOK]',
  'thuocdo classify FILE [--rulebook FILE]',
  ...backupUsage,
  restoreUsage,
  ...keysUsage,
  verifyUsage,
  ...newsroomUsage,
]

async function dispatch(args: readonly string[]): Promise<Answer> {
  const [command, ...rest] = args
  if (command === undefined || command === '--help' || command === 'help') {
    if (command !== undefined) return { output: { usage, note: 'FILE là JSON hoặc YAML; - đọc từ đầu vào chuẩn' }, errors: [] }
    throw new CommandError('argv', 'Chưa nói lệnh nào', usage.join(' | '))
  }
  // Each command loads what it needs: engine, archives and proofs are heavy, and no command needs all.
  if (command === 'score') return await (await import('./score.ts')).scoreCommand(rest)
  if (command === 'classify') return await (await import('./score.ts')).classifyCommand(rest)
  if (command === 'backup') return await (await import('./backup.ts')).backupCommand(rest)
  if (command === 'restore') return await (await import('./restore.ts')).restoreCommand(rest)
  if (command === 'keys') return await (await import('./keys.ts')).keysCommand(rest)
  if (command === 'verify') return await (await import('./verify.ts')).verifyCommand(rest)
  if (command === 'newsroom') {
    const [action, ...options] = rest
    if (action === 'time') return await (await import('./newsroom-time.ts')).timeCommand(options)
    if (action === 'import') return await (await import('./newsroom-import.ts')).importCommand(options)
    if (action === 'export') return await (await import('./newsroom-export.ts')).exportCommand(options)
    if (action === 'evidence') return await (await import('./newsroom-evidence.ts')).evidenceCommand(options)
    throw new CommandError('argv', `Không có lệnh “newsroom ${action ?? ''}”`, newsroomUsage.join(' | '))
  }
  if (command === 'rulebook') {
    const [action, ...files] = rest
    const { checkCommand, diffCommand, listCommand, showCommand } = await import('./rulebook.ts')
    if (action === 'check') return await checkCommand(files)
    if (action === 'list') return listCommand(files)
    if (action === 'show') return await showCommand(files)
    if (action === 'diff') return await diffCommand(files)
    throw new CommandError('argv', `Không có lệnh “rulebook ${action ?? ''}”`, 'rulebook check | rulebook list | rulebook show | rulebook diff')
  }
  throw new CommandError('argv', `Không có lệnh “${command}”`, usage.join(' | '))
}

async function run(args: readonly string[]): Promise<Answer> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (error instanceof CommandError) return { output: null, errors: error.errors.length > 0 ? error.errors : [{ path: error.path, message: error.message, expected: error.expected }] }
    if (error instanceof Refusal && Array.isArray(error.data['errors'])) return { output: null, errors: error.data['errors'] }
    throw error
  }
}

const answer = await run(process.argv.slice(2))
if (answer.output !== null) process.stdout.write(`${JSON.stringify(answer.output, null, 2)}\n`)
if (answer.text !== undefined) process.stdout.write(answer.text)
if (answer.status !== undefined) process.exitCode = answer.status
if (answer.errors.length > 0) {
  process.stderr.write(`${JSON.stringify({ errors: answer.errors }, null, 2)}\n`)
  process.exitCode = 2
}
