import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDB } from 'idb'
import { memoryVault } from './memory-vault.ts'
import { destroyVault, openVault } from './open-vault.ts'

/** Everything the device holds, as somebody who took it away would see it. */
async function onDisk(database: string): Promise<{ keys: string[]; records: { place: string; text: string }[] }> {
  const db = await openDB(database)
  const places = (await db.getAllKeys('sealed')) as string[]
  const records = (await db.getAll('sealed')) as { bytes: ArrayBuffer }[]
  const keys = (await db.getAllKeys('keys')) as string[]
  db.close()
  return { keys, records: records.map(({ bytes }, at) => ({ place: places[at] ?? '', text: Buffer.from(bytes).toString('latin1') })) }
}

test('what is kept is found again after the page was closed', async () => {
  await (await openVault('an', 'reopen')).put('work', 'sheet/1', { points: { 'I.1': '4.5' } })
  const again = await openVault('an', 'reopen')
  assert.equal(again.durable, true)
  assert.deepEqual(await again.get('work', 'sheet/1'), { points: { 'I.1': '4.5' } })
  assert.deepEqual(await again.list('work'), [{ name: 'sheet/1', value: { points: { 'I.1': '4.5' } } }])
})

test('on the disk neither the words nor the names of what is kept can be read', async () => {
  const vault = await openVault('an', 'sealed')
  await vault.put('read', 'GET /api/people?search=Nguyen', { comment: 'Con cham bao cao' })
  const { records } = await onDisk('sealed')
  assert.equal(records.length, 1)
  assert.doesNotMatch(JSON.stringify(records), /Nguyen|cham|bao cao|comment/)
})

test('the key cannot be taken out of the browser', async () => {
  await openVault('an', 'unextractable')
  const db = await openDB('unextractable')
  const key = (await db.get('keys', 'an')) as CryptoKey
  db.close()
  assert.equal(key.extractable, false)
  await assert.rejects(crypto.subtle.exportKey('raw', key))
})

test('logging out destroys the key and the records, and later writes keep nothing', async () => {
  const vault = await openVault('an', 'log-out')
  await vault.put('work', 'sheet/1', 'mine')
  void vault.put('work', 'sheet/2', 'written while leaving')
  await vault.destroy()
  await vault.put('work', 'sheet/3', 'too late')
  assert.deepEqual(await onDisk('log-out'), { keys: [], records: [] })
  assert.equal(await vault.get('work', 'sheet/1'), undefined)
  assert.deepEqual(await (await openVault('an', 'log-out')).list('work'), [])
})

test('another person on the same device sees nothing of the first one, whose work stays', async () => {
  const an = await openVault('an', 'shared')
  await an.put('work', 'sheet/1', 'of an')
  const binh = await openVault('binh', 'shared')
  assert.deepEqual(await binh.list('work'), [])
  assert.equal(await binh.get('work', 'sheet/1'), undefined)
  await binh.put('work', 'sheet/1', 'of binh')
  await binh.destroy()
  assert.equal(await (await openVault('an', 'shared')).get('work', 'sheet/1'), 'of an')
})

test('a record moved into another place, or damaged, is not believed and goes', async () => {
  const vault = await openVault('an', 'damaged')
  await vault.put('work', 'one', 'first')
  await vault.put('work', 'two', 'second')
  const db = await openDB('damaged')
  const [first, second] = (await db.getAllKeys('sealed')) as string[]
  await db.put('sealed', await db.get('sealed', first ?? ''), second)
  db.close()
  const left = await vault.list('work')
  assert.equal(left.length, 1)
  assert.equal((await onDisk('damaged')).records.length, 1)
})

test('of several writes at once the last one stands', async () => {
  const vault = await openVault('an', 'order')
  await Promise.all(Array.from({ length: 30 }, (_, at) => vault.put('work', 'sheet', at)))
  assert.equal(await vault.get('work', 'sheet'), 29)
  await Promise.all([vault.put('work', 'sheet', 30), vault.remove('work', 'sheet')])
  assert.equal(await vault.get('work', 'sheet'), undefined)
})

test('a key in long work writes what changed, is found again after the power went, and leaves nothing behind', async () => {
  const blocks = Array.from({ length: 80 }, (_, at) => ({ id: String(at), text: 'Mưa lớn trên diện rộng. '.repeat(15) }))
  const typed = (text: string) => ({ value: { title: 'Lũ', blocks: blocks.map((block) => (block.id === '40' ? { ...block, text } : block)) }, stored: { value: { title: 'Lũ', blocks }, version: 1 } })
  const vault = await openVault('an', 'long')
  const sizes = async () => (await onDisk('long')).records.map(({ text }) => text.length).sort((one, other) => one - other)
  await vault.put('work', 'story', typed('M'))
  const [whole = 0] = await sizes()
  for (const text of ['Mư', 'Mưa', 'Mưa đ', 'Mưa đá']) await vault.put('work', 'story', typed(text))
  const [since = 0, ...rest] = await sizes()
  assert.deepEqual([since < whole / 100, rest], [true, [whole]])
  const again = await openVault('an', 'long')
  assert.deepEqual(await again.list('work'), [{ name: 'story', value: typed('Mưa đá') }])
  assert.deepEqual(await again.get('work', 'story'), typed('Mưa đá'))
  await again.put('work', 'story', typed('M'))
  assert.deepEqual(await sizes(), [whole])
  await again.put('work', 'story', typed('Mư'))
  await again.remove('work', 'story')
  assert.deepEqual(await onDisk('long').then(({ records }) => records), [])
})

test('two windows that open an account for the first time at once share one key', async () => {
  const [one, other] = await Promise.all([openVault('an', 'twice'), openVault('an', 'twice')])
  await one.put('work', 'a', 'from one')
  await other.put('work', 'b', 'from the other')
  assert.equal((await (await openVault('an', 'twice')).list('work')).length, 2)
})

test('what was read long ago is cleared away, unsent work never', async () => {
  const vault = await openVault('an', 'old')
  await vault.put('read', 'list', 'old')
  await vault.put('work', 'sheet', 'old')
  const db = await openDB('old')
  for (const place of (await db.getAllKeys('sealed')) as string[]) await db.put('sealed', { ...(await db.get('sealed', place)), at: Date.now() - 15 * 24 * 3600_000 }, place)
  db.close()
  const again = await openVault('an', 'old')
  assert.deepEqual([(await again.list('read')).length, (await again.list('work')).length], [0, 1])
})

test('without encryption, as on plain http, nothing is written to the disk', async () => {
  const { subtle } = crypto
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
  try {
    const vault = await openVault('an', 'plain')
    assert.equal(vault.durable, false)
    await vault.put('work', 'sheet', 'mine')
    assert.equal(await vault.get('work', 'sheet'), 'mine')
  } finally {
    Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true })
  }
  assert.equal((await indexedDB.databases()).some(({ name }) => name === 'plain'), false)
})

test('an account is removed without opening it', async () => {
  await (await openVault('an', 'unopened')).put('work', 'sheet', 'mine')
  await destroyVault('an', 'unopened')
  assert.deepEqual(await onDisk('unopened'), { keys: [], records: [] })
})

test('a vault in memory hands out copies, never the thing itself', async () => {
  const vault = memoryVault()
  const value = { points: { 'I.1': '4' } }
  await vault.put('work', 'sheet', value)
  value.points['I.1'] = '5'
  assert.deepEqual(await vault.get('work', 'sheet'), { points: { 'I.1': '4' } })
})
