import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { smallAvi } from '#tests/setup/small-media.ts'
import { askedRange } from './byte-range.ts'
import { makePreview } from './make-preview.ts'
import { mediaSettings, MediaSettingsError } from './media-settings.ts'
import { openMediaStore, previewName } from './media-store.ts'
import { readFacts } from './read-facts.ts'
import { scanFile } from './scan.ts'

const folder = await mkdtemp(join(tmpdir(), 'media-store-'))
after(() => rm(folder, { recursive: true, force: true }))

const film = smallAvi({ frames: 90, framesPerSecond: 30, width: 64, height: 48 })
const infected = Buffer.concat([film, Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))])

async function written(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return file
}

test('settings say where media lie, how many, who scans and where ffmpeg is', () => {
  const plain = mediaSettings({ PATH: '' }, '/srv/data')
  assert.deepEqual(plain, { folder: join('/srv/data', 'media'), bucket: null, quota: null, scan: null, ffmpeg: null })
  const s3 = { THUOCDO_MEDIA: 's3://phim/dai', THUOCDO_MEDIA_S3_URL: 'http://10.0.0.9:9000', THUOCDO_MEDIA_S3_KEY: 'k', THUOCDO_MEDIA_S3_SECRET: 's', THUOCDO_MEDIA_GB: '2' }
  assert.deepEqual(mediaSettings(s3, '/srv/data').bucket, { bucket: 'phim', prefix: 'dai/', endpoint: 'http://10.0.0.9:9000', region: 'us-east-1', keyId: 'k', secret: 's' })
  assert.equal(mediaSettings(s3, '/srv/data').quota, 2 ** 31)
  const scan = (text: string) => mediaSettings({ THUOCDO_MEDIA_SCAN: text }, '/x').scan
  assert.deepEqual(scan('"C:\\Program Files\\quet.exe" --im'), { kind: 'command', command: 'C:\\Program Files\\quet.exe', args: ['--im'] })
  assert.deepEqual(scan('clamd:10.0.0.5:3310'), { kind: 'clamd', address: { host: '10.0.0.5', port: 3310 } })
  assert.deepEqual(scan('clamd:/run/clamav/clamd.ctl'), { kind: 'clamd', address: { path: '/run/clamav/clamd.ctl' } })
  for (const wrong of [{ THUOCDO_MEDIA: 's3://phim' }, { THUOCDO_MEDIA_GB: 'nhiều' }, { THUOCDO_FFMPEG: '/không/có' }]) assert.throws(() => mediaSettings(wrong, '/x'), MediaSettingsError)
})

test('one stretch is given as asked, several or unreadable ones are the whole file', () => {
  const part = (header: string) => askedRange(header, 1_000)
  assert.deepEqual(part('bytes=0-99'), { kind: 'part', range: { start: 0, end: 99 } })
  assert.deepEqual(part('bytes=990-'), { kind: 'part', range: { start: 990, end: 999 } })
  assert.deepEqual(part('bytes=-10'), { kind: 'part', range: { start: 990, end: 999 } })
  assert.deepEqual(part('bytes=900-5000'), { kind: 'part', range: { start: 900, end: 999 } })
  assert.deepEqual([part('bytes=1000-'), part('bytes=-0')], [{ kind: 'none' }, { kind: 'none' }])
  for (const odd of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-', 'bytes=a-b']) assert.equal(part(odd).kind, 'whole', odd)
})

test('facts are read from the file itself; what is no film, cut off or made to hurt is said to be so', async () => {
  const read = await readFacts(await written('phim.avi', film))
  assert.deepEqual(read, { kind: 'media', facts: { container: 'AVI', cutOff: false, durationMs: 3_000, picture: { codec: 'JPEG', width: 64, height: 48, framesPerSecond: 30 }, sound: null } })
  const hostile = [Buffer.alloc(0), Buffer.from('<html>'), Buffer.alloc(200_000, 0xff), Buffer.concat([film.subarray(0, 30), Buffer.alloc(5_000, 0x41)]), Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n')]
  for (const [at, bytes] of hostile.entries()) assert.notEqual((await readFacts(await written(`${at}.bin`, bytes))).kind, 'media', String(at))
  assert.deepEqual(await readFacts(join(folder, 'không có')), { kind: 'unreadable' })
  assert.deepEqual(await readFacts(join(folder, 'phim.avi'), 1), { kind: 'unreadable' }, 'not longer than it may take')
})

test('a command looks for viruses; where it cannot say, nothing is clean', async () => {
  const script = await written('scan.mjs', `import { readFileSync } from 'node:fs'\nconst file = process.argv.at(-1)\nprocess.exit(file.endsWith('.lost') ? 2 : readFileSync(file).includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 1 : 0)\n`)
  const settings = { kind: 'command', command: process.execPath, args: [script] } as const
  assert.equal(await scanFile(await written('a.avi', film), settings), 'clean')
  assert.equal(await scanFile(await written('b.avi', infected), settings), 'infected')
  await assert.rejects(scanFile(join(folder, 'x.lost'), settings))
  await assert.rejects(scanFile(join(folder, 'a.avi'), { ...settings, command: join(folder, 'no-such-scanner') }))
})

test('a clamd is sent the bytes in pieces and believed', async () => {
  const clamd = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      heard = Buffer.concat([heard, piece])
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return
      const sent: Buffer[] = []
      for (let at = 'zINSTREAM\0'.length; at < heard.byteLength; ) {
        const length = heard.readUInt32BE(at)
        sent.push(heard.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
      const bytes = Buffer.concat(sent)
      socket.end(bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : bytes.equals(film) || bytes.length <= 1_000 ? 'stream: OK\0' : 'INSTREAM size limit exceeded. ERROR\0')
    })
  })
  await new Promise<void>((resolve) => void clamd.listen(0, '127.0.0.1', resolve))
  after(() => clamd.close())
  const settings = { kind: 'clamd', address: { host: '127.0.0.1', port: (clamd.address() as AddressInfo).port } } as const
  assert.equal(await scanFile(await written('c.avi', film), settings), 'clean')
  assert.equal(await scanFile(await written('d.avi', infected), settings), 'infected')
  await assert.rejects(scanFile(await written('e.avi', Buffer.alloc(3_000_000, 1)), settings), /size limit/)
  const long = (at: number) => written('long.avi', Buffer.concat([Buffer.alloc(at, 7), Buffer.from('EICAR'), Buffer.alloc(2_500, 7)]))
  for (const at of [0, 998, 1_897, 2_000]) assert.equal(await scanFile(await long(at), settings, { mostBytes: 1_000, overlapBytes: 100 }), 'infected', `at ${at}, across a border too`)
  await assert.rejects(scanFile(join(folder, 'c.avi'), { kind: 'clamd', address: { path: join(folder, 'no-socket') } }))
})

test('an ffmpeg that is there makes a light copy once the film is put away, and one that fails leaves none', { skip: process.platform === 'win32' }, async () => {
  const fake = await written('ffmpeg', `#!${process.execPath}\nconst { readFileSync, writeFileSync } = require('node:fs')\nconst file = process.argv[process.argv.indexOf('-i') + 1].slice('file:'.length)\nconst bytes = readFileSync(file)\nwriteFileSync(process.argv.at(-1), 'light')\nif (String(bytes) === 'hangs') setInterval(() => {}, 1000)\nelse if (bytes.length < 100) process.exit(1)\n`)
  await chmod(fake, 0o755)
  const store = openMediaStore(mediaSettings({ THUOCDO_MEDIA: join(folder, 'store'), THUOCDO_FFMPEG: fake }, folder))
  for (const [id, bytes] of [['11', film], ['22', Buffer.from('short')], ['33', Buffer.from('hangs')]] as const) {
    await store.uploads.begin(id)
    await writeFile(store.uploads.fileOf(id), bytes)
    await store.putAway(id)
  }
  assert.deepEqual((await store.awaitingPreview()).toSorted(), ['11', '22', '33'])
  assert.deepEqual([await store.preview('11'), await store.preview('22')], [true, false])
  assert.equal(String(await buffer(await store.place.read(previewName('11'), { start: 0, end: 4 }))), 'light')
  assert.equal(await store.place.size(previewName('22')), undefined)
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(), 300)
  assert.equal(await store.preview('33', stopping.signal), false)
  assert.deepEqual(await readdir(join(folder, 'store', 'for-previews')), ['33'], 'stopped in the middle it is made anew after the next start')
  assert.deepEqual(await readdir(join(folder, 'store', 'uploads')), [], 'nothing half-done is left')
})

const real = mediaSettings({ PATH: process.env['PATH'] }, folder).ffmpeg

test('a real ffmpeg makes light copies that any browser plays, of broadcast files too and of what is left of a torn one', { skip: real === null && 'there is no ffmpeg on the path of this machine' }, async () => {
  const ffmpeg = real ?? ''
  const sources = ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2', '-f', 'lavfi', '-i', 'sine=duration=2:sample_rate=48000']
  const make = (name: string, ...coding: string[]): string => {
    execFileSync(ffmpeg, [...sources, ...coding, '-y', join(folder, name)])
    return join(folder, name)
  }
  const mxf = make('cam.mxf', '-c:v', 'mpeg2video', '-flags', '+ildct+ilme', '-c:a', 'pcm_s16le', '-timecode', '10:00:00:00')
  const mp4 = make('cam.mp4', '-c:v', 'libx264', '-c:a', 'aac')
  const [whole, head] = [await readFile(mxf), await readFile(mp4)]
  const torn = await written('torn.mxf', whole.subarray(0, whole.byteLength >> 1))
  const headless = await written('headless.mp4', head.subarray(0, head.byteLength >> 1))
  const lengthOf = async (file: string) => ((read) => (read.kind === 'media' ? [read.facts.cutOff, read.facts.durationMs] : read.kind))(await readFacts(file))
  assert.deepEqual([await lengthOf(mxf), await lengthOf(mp4), await lengthOf(torn), await lengthOf(headless)], [[false, 2_000], [false, 2_000], [true, null], 'unreadable'])
  for (const file of [mxf, mp4, torn]) {
    const light = `${file}.light.mp4`
    assert.equal(await makePreview(ffmpeg, file, light), true)
    const read = await readFacts(light)
    assert.deepEqual(read.kind === 'media' && [read.facts.container, read.facts.picture?.codec, read.facts.picture?.height, read.facts.sound?.codec], ['MPEG-4', 'AVC', 360, 'AAC'], file)
  }
  assert.equal(await makePreview(ffmpeg, headless, join(folder, 'none.mp4')), false)
  await assert.rejects(stat(join(folder, 'none.mp4')))
})
