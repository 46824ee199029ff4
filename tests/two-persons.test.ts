import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Approval } from '#modules/accounts/contract/routes.ts'
import { accountsProgram, type TestVisitor } from './setup/accounts-program.ts'

const program = await accountsProgram(import.meta)
const { clock, signedIn } = program
const later = (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000))

const administrator = await signedIn('quantri')
const officer = await signedIn('tochuc')
const clerk = await signedIn('congchuc1')
await administrator.send('PUT', 'policy', { secondFactor: 'offered', twoPersons: 'required' })

interface Campaign {
  id: string
  status: string
  version: number
}
const campaigns = async () => (await officer.send<{ items: Campaign[] }>('GET', '/api/evaluation/campaigns?limit=50')).reply.items
const published = (await campaigns()).find((one) => one.status === 'published')
const workbook = `/api/evaluation/campaigns/${published?.id}/results.xlsx`
const why = { 'x-approval-reason': encodeURIComponent('Gửi Ban Tổ chức cấp trên theo Công văn 12') }
const approvalsOf = async (visitor: TestVisitor) => (await visitor.send<{ items: Approval[] }>('GET', 'approvals')).reply.items
const settle = (visitor: TestVisitor, id: string | undefined, verdict: string) => visitor.send<{ status: string }>('POST', `approvals/${id}`, { verdict })
const stands = (sent: { reply: Record<string, unknown> }) => (sent.reply['error'] as { data: { stands: string } } | undefined)?.data.stands

test('one person alone exports no list of results: the act says that a second one is needed, and waits once it is asked for', async () => {
  const alone = await officer.send('GET', workbook)
  assert.deepEqual([alone.status, alone.code, stands(alone)], [403, 'platform.second-person-needed', 'none'])
  assert.equal(stands(await officer.send('GET', workbook, undefined, { headers: why })), 'waiting')
  assert.equal(stands(await officer.send('GET', workbook, undefined, { headers: why })), 'waiting')
  const items = await approvalsOf(officer)
  assert.equal(items.length, 1, 'asked twice, it is one request')
  assert.deepEqual([items[0]?.act, items[0]?.reason, items[0]?.can], ['evaluation.results.exported', 'Gửi Ban Tổ chức cấp trên theo Công văn 12', ['withdraw']])
})

test('neither the one who asks nor somebody without the right over the whole committee approves', async () => {
  const [own] = await approvalsOf(officer)
  assert.equal((await settle(officer, own?.id, 'approve')).code, 'platform.not-found')
  assert.deepEqual(await approvalsOf(clerk), [])
  assert.equal((await settle(clerk, own?.id, 'approve')).code, 'platform.not-found')
  const head = await signedIn('truongphong')
  assert.deepEqual(await approvalsOf(head), [], 'a head decides over the own division only')
  assert.equal((await settle(head, own?.id, 'approve')).code, 'platform.not-found')
})

test('the second person sees that it waits and approves; the act is done once, exactly as asked', async () => {
  assert.equal((await administrator.send<{ actor: { waiting: number } }>('GET', 'session')).reply.actor.waiting, 1)
  const [line] = await approvalsOf(administrator)
  assert.deepEqual(line?.can, ['approve', 'refuse'])
  assert.deepEqual((await settle(administrator, line?.id, 'approve')).reply, { status: 'approved' })
  assert.equal((await settle(administrator, line?.id, 'refuse')).code, 'accounts.approval.settled')
  assert.equal(stands(await administrator.send('GET', workbook)) ?? 'not found', 'not found', 'the approver gets no right by it')
  const both = await Promise.all([officer.send('GET', workbook), officer.send('GET', workbook)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 403])
  assert.equal(stands(await officer.send('GET', workbook)), 'none', 'used up')
  assert.equal((await approvalsOf(officer))[0]?.status, 'used')
})

test('an approval ends after three days, when refused and when withdrawn', async () => {
  await officer.send('GET', workbook, undefined, { headers: why })
  const [first] = await approvalsOf(administrator)
  await settle(administrator, first?.id, 'refuse')
  assert.equal(stands(await officer.send('GET', workbook)), 'refused')
  await officer.send('GET', workbook, undefined, { headers: why })
  const [second] = await approvalsOf(officer)
  assert.deepEqual((await settle(officer, second?.id, 'withdraw')).reply, { status: 'withdrawn' })
  await officer.send('GET', workbook, undefined, { headers: why })
  const [third] = await approvalsOf(administrator)
  await settle(administrator, third?.id, 'approve')
  later(3 * 86_400 + 1)
  const again = await signedIn('tochuc')
  assert.equal(stands(await again.send('GET', workbook)), 'none')
  assert.equal((await approvalsOf(again))[0]?.status, 'expired')
})

test('a campaign is reopened by two; another version, another reason or another act is not what was approved', async () => {
  const [personnel, decider] = [await signedIn('tochuc'), await signedIn('quantri')]
  const chief = await signedIn('bithu')
  const compiling = (await campaignsOf(personnel)).find((one) => one.status === 'deciding' || one.status === 'compiling')
  const open = compiling ?? (await compileOne(personnel))
  const act = open.status === 'deciding' ? 'return_to_compiling' : 'return_to_scoring'
  const url = `/api/evaluation/campaigns/${open.id}/acts`
  const body = { version: open.version, act, reason: 'Bổ sung hồ sơ còn thiếu' }
  assert.equal(stands(await personnel.send('POST', url, body, { headers: why })), 'waiting')
  assert.equal((await campaignsOf(personnel)).find((one) => one.id === open.id)?.status, open.status, 'nothing is done yet')
  const [line] = await approvalsOf(chief)
  assert.deepEqual([line?.act, line?.body], ['evaluation.campaign.reopened', body])
  assert.equal((await approvalsOf(decider)).some((one) => one.act === 'evaluation.campaign.reopened'), false, 'the administrator is not competent for it')
  await settle(chief, line?.id, 'approve')
  assert.equal(stands(await personnel.send('POST', url, { ...body, reason: 'Lý do khác' })), 'none')
  assert.equal((await personnel.send('POST', url, body)).status, 200)
  assert.notEqual((await campaignsOf(personnel)).find((one) => one.id === open.id)?.status, open.status)
})

const campaignsOf = async (visitor: TestVisitor) => (await visitor.send<{ items: Campaign[] }>('GET', '/api/evaluation/campaigns?limit=50')).reply.items

/** A campaign being scored, as if everybody had been: how that comes about is tested elsewhere. */
async function compileOne(personnel: TestVisitor): Promise<Campaign> {
  const scoring = (await campaignsOf(personnel)).find((one) => one.status === 'scoring')
  assert.ok(scoring)
  await asOwner(`update evaluation_campaign set status = 'compiling' where id = '${scoring.id}'`)
  const now = (await campaignsOf(personnel)).find((one) => one.id === scoring.id)
  assert.equal(now?.status, 'compiling')
  return now
}

test('every step is in the ledger', async () => {
  const rows = await asOwner('select action from ledger_entry')
  for (const action of ['accounts.approval.requested', 'accounts.approval.approved', 'accounts.approval.refused', 'accounts.approval.withdrawn', 'evaluation.results.exported']) {
    assert.ok(rows.some((row) => row.action === action), `${action} in ${[...new Set(rows.map((row) => row.action))].join(', ')}`)
  }
})

async function asOwner(text: string): Promise<{ action?: string }[]> {
  const client = new pg.Client({ connectionString: program.ownerUrl })
  await client.connect()
  try {
    return (await client.query<{ action?: string }>(text)).rows
  } finally {
    await client.end()
  }
}
