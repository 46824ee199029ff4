import { spawn } from 'node:child_process'
import path from 'node:path'
import { boundaryViolations, canaryFailures } from './arch/boundaries.ts'
import { staleGeneratedFiles } from './gen/generated-files.ts'

const root = path.join(import.meta.dirname, '..')

/** One check of the whole project; answers what is wrong, nothing when it holds. */
export interface Gate {
  readonly name: string
  readonly run: () => Promise<string[]>
}

/** Every gate before the tests, in order of what fails most often. */
export const gates: readonly Gate[] = [
  ...['pure', 'server', 'web', 'test'].map((profile) => ({
    name: `types ${profile}`,
    // Several checkers would each work out the statement builder's types anew: twice the work on two cores.
    run: () => program('typescript-7/bin/tsc', ['-p', `tsconfig.${profile}.json`, '--pretty', 'false', '--checkers', '1']),
  })),
  { name: 'lint', run: () => program('oxlint/bin/oxlint', ['--type-aware', '--format', 'unix']) },
  { name: 'boundaries', run: boundaryViolations },
  { name: 'boundaries canary', run: canaryFailures },
  { name: 'generated files', run: staleGeneratedFiles },
]

async function program(file: string, args: readonly string[]): Promise<string[]> {
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (part) => output.push(String(part)))
    child.stderr.on('data', (part) => output.push(String(part)))
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return []
  const lines = output.join('').split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 ? lines : [`ended with ${code}`]
}
