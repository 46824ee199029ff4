/** Front door of the rulebook tools: they need no database and no server, so the command line starts at once. */
export { checkRulebook, scoreInput, type CheckedRulebook } from './check-rulebook.ts'
export { compileRulebook, RulebookError } from './compile-rulebook.ts'
export { describeInput } from './describe-input.ts'
export type { TextProblem } from './read-text.ts'
export { rulebookJsonSchema } from './rulebook-json-schema.ts'
export { shippedRulebook, shippedRulebookIds, shippedRulebooks, shippedRulebookSource } from './rulebook-library.ts'
export { classifyFile, scoreFile } from './score-file.ts'
