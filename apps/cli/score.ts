import { classifyFile, describeInput, scoreFile, shippedRulebookIds } from '#modules/evaluation/server/rulebook/index.ts'
import { CommandError, readInputFile, type Answer } from './command.ts'
import { compiledRulebook } from './rulebook.ts'

type Rulebook = Awaited<ReturnType<typeof compiledRulebook>>

interface Options {
  readonly file: string
  readonly rulebook: Rulebook | null
  readonly derivation: boolean
}

async function loadRulebook(file: string | undefined): Promise<Rulebook> {
  if (file === undefined) throw new CommandError('argv', '--rulebook cần một tệp', '--rulebook FILE')
  return await compiledRulebook(file)
}

async function readOptions(args: readonly string[], usage: string): Promise<Options> {
  let file: string | null = null
  let rulebook: Rulebook | null = null
  let derivation = true
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--rulebook') rulebook = await loadRulebook(args[++i])
    else if (arg === '--no-derivation') derivation = false
    else if (arg.startsWith('--')) throw new CommandError('argv', `Không có lựa chọn “${arg}”`, usage)
    else if (file !== null) throw new CommandError('argv', 'Chỉ nhận một tệp', usage)
    else file = arg
  }
  if (file === null) throw new CommandError('argv', 'Chưa nói tệp nào', usage)
  return { file, rulebook, derivation }
}

/** `thuocdo score FILE`: the exact score, the provisional level and the derivation of one case. */
export async function scoreCommand(args: readonly string[]): Promise<Answer> {
  if (args[0] === '--help') {
    const ids = args[1] === undefined ? shippedRulebookIds() : [args[1]]
    return { output: await Promise.all(ids.map(async (id) => describeInput(await loadRulebook(id)))), errors: [] }
  }
  const { file, rulebook, derivation } = await readOptions(args, 'score FILE [--rulebook FILE] [--no-derivation]')
  return { output: scoreFile(await readInputFile(file), rulebook, { derivation }), errors: [] }
}

/** `thuocdo classify FILE`: levels of a list and the quotas; never who loses. */
export async function classifyCommand(args: readonly string[]): Promise<Answer> {
  const { file, rulebook } = await readOptions(args, 'classify FILE [--rulebook FILE]')
  return { output: classifyFile(await readInputFile(file), rulebook), errors: [] }
}
