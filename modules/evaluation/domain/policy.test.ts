import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { asId, type PersonId, type UnitId } from '#kernel/id.ts'
import { campaignStatuses, type CampaignStatus } from './campaign.ts'
import { participantActs, participantStatuses, participantTransitions, type ParticipantAct, type ParticipantStatus } from './participant.ts'
import { mayAct, maySeeColumn, maySeeDecision, maySeeFile, maySeeScores, maySeeSheet, standingOf, type Standing } from './policy.ts'

const nobody: Standing = { subject: false, superior: false, authority: false, personnel: false, colleague: false }
const roles: Record<string, Standing> = {
  subject: { ...nobody, subject: true },
  superior: { ...nobody, superior: true },
  authority: { ...nobody, authority: true },
  personnel: { ...nobody, personnel: true },
  colleague: { ...nobody, colleague: true },
  stranger: nobody,
}

/** Every act that is allowed at all, written out by hand: role, act, status of the file, status of the campaign. */
const allowed = new Set<string>([
  'personnel start waiting draft',
  'subject submit_self self_scoring scoring',
  'subject submit_self_alone self_scoring scoring',
  'superior return_to_self superior_scoring scoring',
  'superior submit_superior superior_scoring scoring',
  'personnel return_to_superior scored scoring',
  'personnel return_alone scored scoring',
  'personnel compile scored scoring',
  'personnel reopen compiled compiling',
  'authority decide compiled deciding',
  'authority decide decided deciding',
  'personnel undo_decision decided deciding',
  'personnel publish decided deciding',
])

test('role × act × status: exactly the written-out acts are allowed', () => {
  const found = new Set<string>()
  for (const [role, standing] of Object.entries(roles)) {
    for (const act of participantActs) {
      for (const status of participantStatuses) {
        for (const campaign of campaignStatuses) {
          if (mayAct(act, standing, { status, excluded: false }, campaign)) found.add(`${role} ${act} ${status} ${campaign}`)
          assert.equal(mayAct(act, standing, { status, excluded: true }, campaign), false)
        }
      }
    }
  }
  assert.deepEqual([...found].sort(), [...allowed].sort())
})

test('scoring and deciding never belong to the same act, and every status but the last is left by somebody', () => {
  const left = new Set((Object.values(participantTransitions) as { from: readonly ParticipantStatus[] }[]).flatMap((transition) => transition.from))
  assert.deepEqual(participantStatuses.filter((status) => !left.has(status)), ['published'])
  const by = (act: ParticipantAct): string => participantTransitions[act].by
  assert.notEqual(by('submit_superior'), by('decide'))
})

/** Who sees what, written out: statuses of the campaign from which on it is open, or never. */
function seenIn(see: (standing: Standing, status: CampaignStatus) => boolean, role: string): CampaignStatus[] {
  return campaignStatuses.filter((status) => see(roles[role] ?? nobody, status))
}

test('levels in words are public once published; scores only to those concerned', () => {
  const all = [...campaignStatuses]
  const after: CampaignStatus[] = ['published', 'closed']
  assert.deepEqual(seenIn(maySeeFile, 'colleague'), after)
  assert.deepEqual(seenIn(maySeeScores, 'colleague'), [])
  assert.deepEqual(seenIn(maySeeScores, 'subject'), after)
  assert.deepEqual(seenIn(maySeeScores, 'superior'), all)
  assert.deepEqual(seenIn(maySeeScores, 'authority'), all)
  assert.deepEqual(seenIn(maySeeScores, 'personnel'), all)
  assert.deepEqual(seenIn(maySeeDecision, 'superior'), after)
  assert.deepEqual(seenIn(maySeeDecision, 'authority'), all)
  assert.deepEqual(seenIn(maySeeDecision, 'colleague'), after)
  for (const see of [maySeeFile, maySeeScores, maySeeDecision]) assert.deepEqual(seenIn(see, 'stranger'), [])
  assert.deepEqual(Object.keys(roles).filter((role) => maySeeSheet(roles[role] ?? nobody)), ['subject', 'superior', 'authority', 'personnel'])
})

test('the subject does not see the superior’s column before publication, nor the superior an unsent one', () => {
  const columns = (role: string, column: 'self' | 'superior', submitted: boolean) => campaignStatuses.filter((status) => maySeeColumn(roles[role] ?? nobody, column, submitted, status))
  assert.deepEqual(columns('subject', 'superior', true), ['published', 'closed'])
  assert.deepEqual(columns('superior', 'self', false), [])
  assert.equal(columns('superior', 'self', true).length, campaignStatuses.length)
  assert.deepEqual(columns('authority', 'superior', false), [])
  assert.deepEqual(columns('colleague', 'self', true), [])
  assert.deepEqual(columns('stranger', 'superior', true), [])
})

test('nobody is superior or authority of themselves, whatever the file says', () => {
  const me = asId<'person'>('11111111-1111-1111-1111-111111111111')
  const actor: Actor = { accountId: asId('a'), tenantId: asId('t'), personId: me, displayName: '', posts: [], grants: [] }
  const file = { personId: me, superiorId: me as PersonId | null, deciderId: me as PersonId | null, unitId: 'u' as UnitId }
  assert.deepEqual(standingOf(actor, file, false, new Set()), { ...nobody, subject: true })
  assert.deepEqual(standingOf({ ...actor, personId: null }, { ...file, superiorId: null }, false, new Set()), nobody)
})
