import { run } from './run.mjs'

await run('apps/server/main.ts', process.argv.slice(2))
