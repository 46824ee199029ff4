import { run } from './run.mjs'

await run('tools/check.ts', process.argv.slice(2))
