import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createConnection, type NetConnectOpts } from 'node:net'
import type { ScanSettings } from './media-settings.ts'

/** What a look for viruses found. */
export type ScanResult = 'clean' | 'infected'

const longestMs = 2 * 3_600_000
/** For one stretch; a scanner that hangs must not keep other films waiting. */
const longestSilenceMs = 5 * 60_000
const pieceBytes = 1 << 20

interface Stretches {
  readonly mostBytes: number
  readonly overlapBytes: number
}

const usualStretches: Stretches = { mostBytes: 24 * 2 ** 20, overlapBytes: 2 ** 20 }

/** Looks through a file for viruses (quét mã độc). Fails when the scanner cannot say: nothing is clean because nobody looked. */
export function scanFile(file: string, settings: ScanSettings, stretches = usualStretches): Promise<ScanResult> {
  return settings.kind === 'command' ? byCommand(file, settings) : byClamd(file, settings, stretches)
}

/** As clamscan answers: 0 is clean, 1 is infected, anything else is no answer. */
function byCommand(file: string, { command, args }: ScanSettings & { kind: 'command' }): Promise<ScanResult> {
  return new Promise((resolve, reject) => {
    execFile(command, [...args, file], { timeout: longestMs, windowsHide: true }, (error) => {
      if (error === null) return resolve('clean')
      if (error.code === 1) return resolve('infected')
      reject(new Error(`the virus scanner failed: ${String(error.code ?? error.signal)}`))
    })
  })
}

/**
 * A clamd calls clean, unseen, whatever is beyond its limits (MaxFileSize: 100 MB, never above 2 GB), and takes no stream above StreamMaxLength (25 MB in older
 * ones): longer files are scanned by stretches, which overlap so that nothing is hidden by a border.
 */
async function byClamd(file: string, { address }: ScanSettings & { kind: 'clamd' }, { mostBytes, overlapBytes }: Stretches): Promise<ScanResult> {
  const { size } = await stat(file)
  for (let start = 0; ; start += mostBytes - overlapBytes) {
    const end = Math.min(start + mostBytes, size)
    if ((await scanStretch(file, start, end, address)) === 'infected') return 'infected'
    if (end === size) return 'clean'
  }
}

/** The bytes in pieces, each after its length; a length of zero ends them. */
function scanStretch(file: string, start: number, end: number, address: NetConnectOpts): Promise<ScanResult> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address)
    const source = createReadStream(file, { start, end: Math.max(start, end - 1), highWaterMark: pieceBytes })
    const settle = (act: () => void): void => {
      source.destroy()
      socket.destroy()
      act()
    }
    let answer = ''
    const failed = (why: string): void => settle(() => reject(new Error(`the virus scanner ${why}${answer === '' ? '' : `: ${answer.slice(0, 200)}`}`)))
    socket.setTimeout(longestSilenceMs, () => failed('does not answer'))
    socket.on('error', (error) => failed(`failed (${error.message})`))
    socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')))
    socket.on('close', () => {
      // Where a clamd says so, a limit reached is no virus, but nor did it look.
      if (answer.includes('FOUND') && !answer.includes('Limits.Exceeded')) return settle(() => resolve('infected'))
      if (/: OK\0?\s*$/.test(answer)) return settle(() => resolve('clean'))
      failed('gave no answer')
    })
    socket.write('zINSTREAM\0')
    source.on('error', (error) => settle(() => reject(error)))
    source.on('data', (piece) => {
      if (!socket.writable) return
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      socket.write(length)
      if (!socket.write(piece)) {
        source.pause()
        socket.once('drain', () => source.resume())
      }
    })
    source.on('end', () => socket.writable && socket.write(Buffer.alloc(4)))
  })
}
