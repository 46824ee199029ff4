import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsProgram } from './setup/accounts-program.ts'

const program = await accountsProgram(import.meta)
const { clock, send, browser } = program
const right = { username: 'congchuc1', password: program.password }
const wrong = { username: 'congchuc1', password: 'khong phai mat khau' }
const attacker = '203.0.113.9'

test('a thousand wrong passwords of an attacker stop neither the person on her own device nor slow her down', async () => {
  const hers = browser()
  assert.equal((await hers.send('POST', 'sign-in', right)).status, 200)
  const answers = new Map<string, number>()
  for (let i = 0; i < 1000; i++) {
    const { code } = await send('POST', 'sign-in', wrong, { source: attacker })
    answers.set(code ?? '', (answers.get(code ?? '') ?? 0) + 1)
    clock.now = new Date(clock.now.getTime() + 1000)
  }
  assert.ok((answers.get('accounts.sign-in.wrong') ?? 0) < 20, `${answers.get('accounts.sign-in.wrong')} of 1,000 were judged at all`)
  assert.equal((await hers.send('POST', 'sign-in', right)).status, 200)
  assert.equal((await hers.send('POST', 'sign-in', right, { source: attacker })).status, 200, 'also from behind the same address')
  const elsewhere = await send('POST', 'sign-in', right, { source: '198.51.100.7' })
  assert.equal(elsewhere.status, 200, 'and from a new device at another place')
})

test('the attacker waits longer after each failure, and is told how long', async () => {
  const place = { source: '203.0.113.20' }
  for (let i = 0; i < 4; i++) assert.equal((await send('POST', 'sign-in', wrong, place)).code, 'accounts.sign-in.wrong')
  assert.equal((await send('POST', 'sign-in', wrong, place)).code, 'accounts.sign-in.wrong')
  const waits = await send<{ error: { data: { seconds: number } } }>('POST', 'sign-in', right, place)
  assert.deepEqual([waits.status, waits.code, waits.reply.error.data.seconds], [429, 'accounts.sign-in.too-many-attempts', 5])
  clock.now = new Date(clock.now.getTime() + 5_001)
  assert.equal((await send('POST', 'sign-in', right, place)).status, 200)
})

test('a hundred attempts sent at once are not judged for the price of one', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => send('POST', 'sign-in', wrong, { source: '203.0.113.30' })))
  const judged = answers.filter(({ code }) => code === 'accounts.sign-in.wrong').length
  assert.ok(judged <= 5, `${judged} were judged`)
})

test('a device cookie that was altered, or is another account’s, makes no known device', async () => {
  const hers = browser()
  await hers.send('POST', 'sign-in', right)
  const [name, value] = hers.cookies().find(([key]) => key.startsWith('thuocdo.device.')) ?? ['', '']
  const forged = browser()
  forged.put(name, value.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')))
  for (let i = 0; i < 5; i++) await forged.send('POST', 'sign-in', wrong, { source: '203.0.113.40' })
  assert.equal((await send('POST', 'sign-in', right, { source: '203.0.113.40' })).status, 429, 'the forger was counted as a stranger')
  assert.equal((await hers.send('POST', 'sign-in', right, { source: '203.0.113.40' })).status, 200)
})

test('a name that does not exist is refused in the same words', async () => {
  const answer = await send('POST', 'sign-in', { username: 'khong.co.ai', password: 'khong phai mat khau' }, { source: '203.0.113.50' })
  assert.deepEqual([answer.status, answer.code], [401, 'accounts.sign-in.wrong'])
})
