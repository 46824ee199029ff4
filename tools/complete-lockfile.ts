import { completeLockfile } from './lockfile.ts'

process.stdout.write(`${completeLockfile()} packages of other systems added to package-lock.json\n`)
