import { checkRulebook, shippedRulebooks, shippedRulebookSource } from '#modules/evaluation/server/rulebook/index.ts'
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
