import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { CreateBucketCommand, HeadObjectCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3'
import { bucketPlace } from './bucket-place.ts'
import { folderPlace } from './folder-place.ts'
import type { MediaPlace } from './media-place.ts'
import type { BucketSettings } from './media-settings.ts'

const folder = await mkdtemp(join(tmpdir(), 'media-place-'))
after(() => rm(folder, { recursive: true, force: true }))

const bytes = randomBytes(40 * 2 ** 20)

async function fileOf(content: Uint8Array): Promise<string> {
  const file = join(folder, randomUUID())
  await writeFile(file, content)
  return file
}

async function keepsWhole(place: MediaPlace): Promise<void> {
  const name = randomUUID()
  assert.equal(await place.size(name), undefined)
  const file = await fileOf(bytes)
  await place.keep(name, file)
  await assert.rejects(stat(file), 'it is taken over')
  assert.equal(await place.size(name), bytes.byteLength)
  assert.deepEqual(await buffer(await place.read(name, { start: 16_777_210, end: 16_777_229 })), bytes.subarray(16_777_210, 16_777_230))
  const print = createHash('sha256').update(bytes).digest('hex')
  assert.equal(createHash('sha256').update(await buffer(await place.read(name, { start: 0, end: bytes.byteLength - 1 }))).digest('hex'), print)
  // Taken up again after a stop half-way, with whatever bytes: what lies there stays.
  await place.keep(name, await fileOf(Buffer.alloc(bytes.byteLength, 7)))
  assert.deepEqual(await buffer(await place.read(name, { start: 0, end: 99 })), bytes.subarray(0, 100))
  await place.discard(name)
  assert.equal(await place.size(name), undefined)
  await assert.rejects(async () => buffer(await place.read(name, { start: 0, end: 9 })))
}

/** A store of one's own by its address; else s3rver, which knows neither the end of a multipart upload nor a wrong signature. */
const given = process.env['TEST_S3_URL']

async function bucket(): Promise<BucketSettings> {
  if (given !== undefined) {
    const settings = { bucket: process.env['TEST_S3_BUCKET'] ?? 'thuocdo-test', prefix: `${randomUUID()}/`, endpoint: given, region: process.env['TEST_S3_REGION'] ?? 'us-east-1', keyId: process.env['TEST_S3_KEY'] ?? '', secret: process.env['TEST_S3_SECRET'] ?? '' }
    await clientOf(settings).send(new CreateBucketCommand({ Bucket: settings.bucket })).catch(() => undefined)
    return settings
  }
  const program = fileURLToPath(import.meta.resolve('s3rver/bin/s3rver.js'))
  const server = spawn(process.execPath, [program, '--directory', join(folder, 's3'), '--address', '127.0.0.1', '--port', '0', '--configure-bucket', 'phim'], { stdio: ['ignore', 'pipe', 'ignore'] })
  after(() => server.kill())
  const said = await new Promise<string>((resolve) => {
    let text = ''
    server.stdout.on('data', (piece) => /:\d+\s/.test((text += String(piece))) && resolve(text))
  })
  return { bucket: 'phim', prefix: 'thuoc-do/', endpoint: `http://127.0.0.1:${/:(\d+)/.exec(said)?.[1] ?? ''}`, region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
}

const clientOf = ({ endpoint, region, keyId, secret }: BucketSettings): S3Client =>
  new S3Client({ ...(endpoint === null ? {} : { endpoint }), region, forcePathStyle: true, credentials: { accessKeyId: keyId, secretAccessKey: secret } })

// Before the first test: a file whose tests are over is taken for ended, also while it still waits here.
const settings = await bucket()

test('a folder keeps media whole, gives stretches of them, and never writes over one', async () => {
  await keepsWhole(folderPlace(join(folder, 'kept')))
})

test('a bucket keeps media whole, sent in parts, gives stretches of them, and never writes over one', async () => {
  await keepsWhole(bucketPlace(settings))
})

test('a store that is away takes nothing over: the file stays where it was', async () => {
  const file = await fileOf(Buffer.from('phim'))
  await assert.rejects(bucketPlace({ ...settings, endpoint: 'http://127.0.0.1:9' }).keep(randomUUID(), file))
  assert.equal((await stat(file)).size, 4)
})

test('parts of an upload given up are taken back, and nobody reads with a wrong key', { skip: given === undefined && 's3rver knows neither; set TEST_S3_URL, _BUCKET, _KEY, _SECRET' }, async () => {
  const { Uploads = [] } = await clientOf(settings).send(new ListMultipartUploadsCommand({ Bucket: settings.bucket, Prefix: settings.prefix }))
  assert.deepEqual(Uploads, [])
  const [place, name] = [bucketPlace(settings), randomUUID()]
  await place.keep(name, await fileOf(bytes.subarray(0, 1_000)))
  await assert.rejects(bucketPlace({ ...settings, secret: 'wrong' }).size(name))
  await assert.rejects(clientOf({ ...settings, secret: 'wrong' }).send(new HeadObjectCommand({ Bucket: settings.bucket, Key: `${settings.prefix}${name}` })))
  await place.discard(name)
})
