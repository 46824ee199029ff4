import { spawn } from 'node:child_process'
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp, SetUpError } from './set-up.mjs'

const cache = path.join(root, 'node_modules', '.cache', 'node-compile')

function runsTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major === 24 && minor >= 12
}

function runElsewhere(node, file, args) {
  const child = spawn(node, [file, ...args], {
    cwd: process.cwd(),
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache },
    // The channel tells the child when this process is killed and cannot pass a signal on.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`Không chạy được ${node}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 130 : signal ? 143 : (code ?? 1)))
}

/** Killing npm kills the shell between npm and this process but not this process: it ends when it loses its parent. */
function endWithNpm() {
  if (process.platform === 'win32' || !process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/**
 * Makes sure everything is installed, then runs a TypeScript program of the project with Node 24: in this process
 * when it is one, else in a child with the same arguments, streams and exit code.
 * @param {string} file path from the project's root
 * @param {string[]} args
 */
export async function run(file, args) {
  const program = path.resolve(root, file)
  endWithNpm()
  try {
    const { node } = await setUp()
    if (!runsTypeScript()) return runElsewhere(node, program, args)
  } catch (error) {
    process.stderr.write(`${error instanceof SetUpError ? error.message : error.stack}\n`)
    process.exitCode = 1
    return
  }
  module.enableCompileCache(cache)
  process.argv = [process.argv[0], program, ...args]
  await import(pathToFileURL(program).href)
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const [file, ...args] = process.argv.slice(2)
  if (file) await run(file, args)
  else process.stderr.write('node bin/run.mjs FILE …\n')
}
