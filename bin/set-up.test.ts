import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

// A project of its own with one package that lies beside it, so that npm needs no network.
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'thuocdo-set-up-'))
after(() => fs.rmSync(root, { recursive: true, force: true }))

fs.cpSync(import.meta.dirname, path.join(root, 'bin'), { recursive: true })
fs.mkdirSync(path.join(root, 'ruler'))
write('package.json', { name: 'tried', version: '1.0.0', type: 'module', dependencies: { ruler: 'file:ruler' } })
write('ruler/package.json', { name: 'ruler', version: '1.0.0' })
write('package-lock.json', {
  name: 'tried',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': { name: 'tried', version: '1.0.0', dependencies: { ruler: 'file:ruler' } },
    'node_modules/ruler': { resolved: 'ruler', link: true },
    ruler: { version: '1.0.0' },
  },
})

function write(file: string, content: unknown): void {
  fs.writeFileSync(path.join(root, file), JSON.stringify(content))
}

/** Runs a program of the tried project through its bin/run.mjs. */
async function run(text: string): Promise<{ code: number | null; said: string }> {
  fs.writeFileSync(path.join(root, 'program.ts'), text)
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_TEST_CONTEXT'))
  const child = spawn(process.execPath, ['bin/run.mjs', 'program.ts', 'một', 'two words'], { cwd: root, env: environment })
  let said = ''
  child.stdout.on('data', (part) => (said += String(part)))
  child.stderr.on('data', (part) => (said += String(part)))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said }
}

const installs = (said: string) => said.includes('Đang cài các gói')

test('two first starts at once install once, and both then run their program', async () => {
  const program = "process.stdout.write(`ran ${process.argv.slice(2).join('|')}`)"
  const both = await Promise.all([run(program), run(program)])
  for (const { code, said } of both) {
    assert.equal(code, 0, said)
    assert.match(said, /ran một\|two words/)
  }
  assert.equal(both.filter(({ said }) => installs(said)).length, 1)
  assert.ok(fs.existsSync(path.join(root, 'node_modules/ruler')))
})

test('a later start installs nothing', async () => {
  const { code, said } = await run('process.exit(7)')
  assert.equal(code, 7)
  assert.equal(said, '')
})

test('an installation that was broken off is made again', async () => {
  fs.rmSync(path.join(root, 'node_modules/.package-lock.json'))
  assert.ok(installs((await run('')).said))
})

test('a changed lockfile is installed anew, and one that does not fit is one explanation without a stack', async () => {
  write('package.json', { name: 'tried', version: '1.0.0', type: 'module', dependencies: { ruler: 'file:ruler', other: 'file:other' } })
  fs.appendFileSync(path.join(root, 'package-lock.json'), '\n')
  fs.rmSync(path.join(root, 'node_modules'), { recursive: true })
  const { code, said } = await run('')
  assert.equal(code, 1)
  assert.match(said, /npm ci failed/)
  assert.doesNotMatch(said, /\n\s+at /)
  assert.equal(fs.existsSync(path.join(root, '.set-up.lock')), false)
})
