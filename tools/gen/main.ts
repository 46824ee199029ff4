import { writeGeneratedFiles } from './generated-files.ts'

const changed = await writeGeneratedFiles()
process.stdout.write(changed.length === 0 ? 'nothing changed\n' : `${changed.join('\n')}\n`)
process.exit(0)
