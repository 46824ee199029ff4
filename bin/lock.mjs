import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const beat = 1000
const staleAfter = 15_000

function holderGone(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    const age = Date.now() - fs.statSync(file).mtimeMs
    if (age > staleAfter) return true
    // A lock just created may still be empty.
    if (!Number.isInteger(pid) || pid <= 0) return age > 2 * beat
    try {
      process.kill(pid, 0)
      return false
    } catch (error) {
      return error.code === 'ESRCH'
    }
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Only one process may judge a lock stale at a time, or a second could remove the first one's fresh lock. */
function breakStale(file) {
  const breaker = `${file}.breaking`
  try {
    fs.mkdirSync(breaker)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    try {
      if (Date.now() - fs.statSync(breaker).mtimeMs > staleAfter) fs.rmdirSync(breaker)
    } catch {
      // Another process removed it first.
    }
    return
  }
  try {
    if (holderGone(file)) fs.rmSync(file, { force: true })
  } finally {
    fs.rmdirSync(breaker)
  }
}

/**
 * Runs `work` while holding the lock file, which a killed process does not leave behind for ever: it names its
 * holder and is touched every second.
 * @template T
 * @param {string} file
 * @param {() => void} onWait called once when somebody else holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  for (let waited = false; ; ) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (holderGone(file)) {
      breakStale(file)
      continue
    }
    if (!waited) onWait()
    waited = true
    await sleep(50)
  }
  const heart = setInterval(() => {
    try {
      const now = new Date()
      fs.utimesSync(file, now, now)
    } catch {
      // Removed by hand; the work goes on.
    }
  }, beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    fs.rmSync(file, { force: true })
  }
}
