import type { GrantedRole } from '#modules/accounts/domain/roles.ts'
import type { Place, Somebody } from './people.ts'

const post = (unit: Place, head = false): Somebody['posts'] => [{ unit, head }]
const works = (name: string, person: string, posts: Somebody['posts']): Somebody => ({ name, ours: true, person, posts, roles: [] })
/** Staff of the committee, who has no part in anything, with a role. */
const given = (name: string, role: GrantedRole, over: Place | null): Somebody => ({ name, ours: true, person: 'committeeStaff', posts: post('committee'), roles: [{ role, over }] })

/** Everybody the routes are tried as. */
export const actors: readonly Somebody[] = [
  { name: 'an account without a person, post or role', ours: true, person: null, posts: [], roles: [] },
  { name: 'somebody whose post ended yesterday', ours: true, person: 'retired', posts: [], roles: [] },
  // As the program would know them tomorrow, had their posts ended today.
  { name: 'the subject, with no post any more', ours: true, person: 'clerk', posts: [], roles: [] },
  { name: 'the superior, with no post any more', ours: true, person: 'officeHead', posts: [], roles: [] },
  { name: 'the authority, with no post any more', ours: true, person: 'chair', posts: [], roles: [] },
  { name: 'the subject, with no post any more but an administrator', ours: true, person: 'clerk', posts: [], roles: [{ role: 'administrator', over: null }] },
  works('the subject', 'clerk', post('office')),
  works('a colleague of the same rank, scored by others', 'typist', post('office')),
  works('the head of the unit, superior', 'officeHead', post('office', true)),
  works('the head above, who decides', 'chair', post('committee', true)),
  works('the head of a team below', 'teamHead', post('team', true)),
  works('staff of a team below', 'teamStaff', post('team')),
  works('the head of another unit', 'divisionHead', post('division', true)),
  works('staff of another unit, named as superior of one', 'engineer', post('division')),
  works('the head of another body', 'secretary', post('party', true)),
  works('staff of another body, named as authority of one', 'partyStaff', post('party')),
  works('staff of the committee, without any part', 'committeeStaff', post('committee')),
  { name: 'staff of another body with the role to decide, named as authority of one', ours: true, person: 'partyStaff', posts: post('party'), roles: [{ role: 'decider', over: null }] },
  { name: 'the personnel officer', ours: true, person: 'officer', posts: post('office'), roles: [{ role: 'officer', over: null }] },
  { name: 'a personnel officer without a person behind', ours: true, person: null, posts: [], roles: [{ role: 'officer', over: null }] },
  { name: 'the subject, personnel officer too', ours: true, person: 'clerk', posts: post('office'), roles: [{ role: 'officer', over: null }] },
  given('a personnel officer of the committee’s units', 'officer', 'committee'),
  given('a personnel officer of the unit', 'officer', 'office'),
  given('a personnel officer of the team below', 'officer', 'team'),
  given('a personnel officer of another unit', 'officer', 'division'),
  given('a personnel officer of another body', 'officer', 'party'),
  given('an administrator', 'administrator', null),
  given('an inspector', 'auditor', null),
  given('a deciding officer named nowhere', 'decider', null),
  { name: 'the subject, a reporter of the unit', ours: true, person: 'clerk', posts: post('office'), roles: [{ role: 'reporter', over: 'office' }] },
  given('a reporter of another unit', 'reporter', 'division'),
  given('an editor of the unit', 'editor', 'office'),
  given('a director', 'director', null),
  given('a producer', 'producer', null),
  given('the gallery', 'gallery', null),
  { name: 'somebody of a neighbour with every role', ours: false, person: null, posts: post('committee', true), roles: (['administrator', 'officer', 'decider', 'auditor'] as const).map((role) => ({ role, over: null })) },
]
