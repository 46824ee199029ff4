import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createConnection } from 'node:net'
import type { ScanSettings } from './media-settings.ts'

/** What a look for viruses found. */
export type ScanResult = 'clean' | 'infected'

const longestMs = 2 * 3_600_000
const pieceBytes = 1 << 20

/** Looks through a file for viruses (quét mã độc). Fails when the scanner cannot say: nothing is clean because nobody looked. */
export function scanFile(file: string, settings: ScanSettings): Promise<ScanResult> {
  return settings.kind === 'command' ? byCommand(file, settings) : byClamd(file, settings)
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

/** The bytes in pieces, each after its length; a length of zero ends them. */
function byClamd(file: string, { address }: ScanSettings & { kind: 'clamd' }): Promise<ScanResult> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address)
    const source = createReadStream(file, { highWaterMark: pieceBytes })
    const end = (act: () => void): void => {
      source.destroy()
      socket.destroy()
      act()
    }
    let answer = ''
    socket.setTimeout(longestMs, () => end(() => reject(new Error('the virus scanner does not answer'))))
    socket.on('error', (error) => end(() => reject(error)))
    socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')))
    socket.on('close', () => {
      if (answer.includes('FOUND')) return end(() => resolve('infected'))
      if (/: OK\0?\s*$/.test(answer)) return end(() => resolve('clean'))
      end(() => reject(new Error(`the virus scanner failed: ${answer.slice(0, 200)}`)))
    })
    socket.write('zINSTREAM\0')
    source.on('error', (error) => end(() => reject(error)))
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
