import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { CommandError } from './command.ts'
import { exportCommand } from './newsroom-export.ts'

const record = path.join(import.meta.dirname, '../../modules/newsroom/domain/record/samples/01-whole.txt')
const now = new Date('2018-10-20T00:00:00Z')
const run = (...args: string[]) => exportCommand(args, now)

test('an old record leaves as ninjs, withheld whatever its old steps say, with one id each time', async () => {
  const { output } = await run(record, '--as', 'ninjs', '--provider', 'Đài Mẫu')
  const item = output as Record<string, unknown> & { readonly bodies: readonly { readonly role: string }[] }
  assert.deepEqual([item['pubStatus'], item['copyrightHolder'], item['versionCreated']], ['withheld', 'Đài Mẫu', '2018-10-20T00:00:00.000Z'])
  assert.match(String(item['uri']), /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(((await run(record, '--as', 'ninjs')).output as typeof item)['uri'], item['uri'])
  assert.ok(item.bodies.some(({ role }) => role === 'voice_over'))
})

test('NewsML-G2 and WebVTT are printed as they stand; captions say that nobody approved them, and which soundbites have no time', async () => {
  assert.match((await run(record, '--as', 'newsml')).text ?? '', /^<\?xml .*stat:withheld/s)
  const { text, errors } = await run(record, '--as', 'vtt')
  assert.match(text ?? '', /^WEBVTT\n\nNOTE [^\n]*chưa được duyệt phát/)
  const ends = async (...more: string[]) => [...((await run(record, '--as', 'vtt', ...more)).text ?? '').matchAll(/--> (\S+)/g)].at(-1)?.[1] ?? ''
  assert.ok((await ends('--rate', '120')) > (await ends()), 'a slow reader needs longer')
  assert.ok((errors as { path: string }[]).every(({ path: block }) => /^blocks\[\d+\]$/.test(block)))
})

test('a wrong use says what is wanted', async () => {
  for (const args of [[], [record], [record, '--as', 'pdf'], [record, '--as', 'vtt', '--x'], [record, record, '--as', 'vtt'], [record, '--as', 'vtt', '--provider']]) await assert.rejects(run(...args), CommandError, args.join(' '))
})
