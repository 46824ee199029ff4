import { checkRulebook, compileRulebook, describeChanges, describeRulebook, RulebookError, shippedRulebook, shippedRulebookIds, shippedRulebooks, shippedRulebookSource, type CompiledRulebook } from '#modules/evaluation/server/rulebook/index.ts'
import { CommandError, readInputFile, type Answer } from './command.ts'

/** `thuocdo rulebook check FILE…`: schema, formulas and every example. A shipped rulebook may be named by its id. */
export async function checkCommand(files: readonly string[]): Promise<Answer> {
  if (files.length === 0) throw new CommandError('argv', 'Chưa nói tệp nào', 'rulebook check FILE…')
  const checked: unknown[] = []
  const errors: unknown[] = []
  for (const file of files) {
    const source = shippedRulebookSource(file) ?? (await readInputFile(file))
    const { rulebook, examples, problems } = checkRulebook(source)
    checked.push({ file, id: rulebook?.id ?? null, version: rulebook?.version ?? null, hash: rulebook?.hash ?? null, examples, ok: problems.length === 0 })
    for (const problem of problems) errors.push({ file, ...problem })
  }
  return { output: { checked }, errors }
}

/** `thuocdo rulebook list`: the rulebooks shipped with the program. */
export function listCommand(args: readonly string[]): Answer {
  if (args.length > 0) throw new CommandError('argv', 'rulebook list không nhận tham số', 'rulebook list')
  const rulebooks = shippedRulebooks().map((rulebook) => ({
    id: rulebook.id,
    version: rulebook.version,
    hash: rulebook.hash,
    title: rulebook.title,
    document: rulebook.document,
    validity: rulebook.validity,
    subject: rulebook.subject,
    confidence: rulebook.confidence,
    groups: rulebook.groups.map((group) => group.id),
  }))
  return { output: { rulebooks }, errors: [] }
}

/** A rulebook by its shipped id or from a file; every fault of a file comes with its path and line. */
export async function compiledRulebook(file: string): Promise<CompiledRulebook> {
  const shipped = shippedRulebook(file)
  if (shipped !== null) return shipped
  const source = await readInputFile(file, `tệp YAML, hoặc một trong: ${shippedRulebookIds().join(', ')}`)
  try {
    return compileRulebook(source)
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error
    throw new CommandError(file, error.message, 'một bộ quy định không có lỗi (rulebook check)', error.problems.map((problem) => ({ file, ...problem })))
  }
}

/** `thuocdo rulebook show RULEBOOK`: what a shipped rulebook or a file says, part by part. */
export async function showCommand(files: readonly string[]): Promise<Answer> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new CommandError('argv', 'Cần đúng một bộ quy định', 'rulebook show RULEBOOK')
  return { output: describeRulebook(await compiledRulebook(file)), errors: [] }
}

/** `thuocdo rulebook diff A B`: what changes from A to B, in words. Each is a file or the id of a shipped rulebook. */
export async function diffCommand(files: readonly string[]): Promise<Answer> {
  const [before, after, ...more] = files
  if (before === undefined || after === undefined || more.length > 0) throw new CommandError('argv', 'Cần đúng hai bộ quy định', 'rulebook diff A B')
  return { output: { before, after, changes: describeChanges(await compiledRulebook(before), await compiledRulebook(after)) }, errors: [] }
}
