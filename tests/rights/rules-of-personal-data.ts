import { only, type Line, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import { ownTask, seesTask, taskAt } from './rules-of-work.ts'
import type { Thing } from './things.ts'
import { servesAll, servesOver } from './words.ts'

const officerOfAll = (who: Somebody): boolean => servesAll(who, 'officer')
const officerOver = (who: Somebody, { unit }: Thing): boolean => servesOver(who, 'officer', unit)
const forAll = (says: string): Line => only('unit', says, officerOfAll, 'admitted')
const own = (says: string): Line => only('nothing', says, () => true, 'admitted')
/** Nobody answers a request of their own: the one looked at is the clerk's. */
const answers = (who: Somebody, { subject }: Thing): boolean => officerOfAll(who) && who.person !== subject
/** A stub stands where a paper would: whoever may add evidence to the task may add it. */
const mayAdd = (who: Somebody, thing: Thing): boolean => ownTask(who, thing) && taskAt('proposed', 'open', 'reported')(thing)

/** Protection of personal data, and identity numbers. */
export const rulesOfPersonalData: Lines = {
  'personal-data.register': forAll('The personnel officer of the whole committee reads the register of processing.'),
  'personal-data.printRegister': forAll('The personnel officer of the whole committee prints the register of processing.'),
  'personal-data.setPeriod': forAll('The personnel officer of the whole committee sets retention periods.'),
  'personal-data.listProposals': forAll('The personnel officer of the whole committee sees what is proposed for deletion.'),
  'personal-data.reviewPeriods': forAll('The personnel officer of the whole committee looks for what is past its period.'),
  'personal-data.dueThings': forAll('The personnel officer of the whole committee sees what a proposal would delete.'),
  'personal-data.confirmProposal': forAll('The personnel officer of the whole committee confirms a proposal, with a second person.'),
  'personal-data.postponeProposal': forAll('The personnel officer of the whole committee postpones a proposal.'),
  'personal-data.ownData': own('Everybody signed in sees what the program holds of them.'),
  'personal-data.ownCopy': own('Everybody signed in takes a copy of it.'),
  'personal-data.fileRequest': own('Everybody signed in makes a request about their own data.'),
  'personal-data.myRequests': own('Everybody signed in sees their own requests.'),
  'personal-data.listRequests': forAll('The personnel officer of the whole committee lists the requests.'),
  'personal-data.requestCounts': forAll('The personnel officer of the whole committee sees how many are open.'),
  'personal-data.answerRequest': only('unit', 'The personnel officer of the whole committee answers requests, never their own.', answers, 'admitted'),
  'personal-data.completeRequest': only('unit', 'The personnel officer of the whole committee completes requests, never their own.', answers, 'admitted'),
  'personal-data.withdrawRequest': only('unit', 'Only the account that made a request withdraws it; nobody here is signed in with that one.', () => false),
  'personal-data.addStub': only('task', 'Whoever may add evidence to the task adds a stub of a classified paper to it.', mayAdd, 'admitted'),
  'personal-data.stubsAbout': only('task', 'Whoever sees the task sees its stubs.', seesTask),
  'personal-data.removeStub': only('task', 'Whoever may add a stub takes it away.', mayAdd, 'admitted'),
  'personal-data.listStubs': forAll('The personnel officer of the whole committee lists every stub.'),

  'organisation.readIdentity': only('unit', 'An identity number in full: one’s own, and the personnel officer’s of the person’s unit.', (who, thing) => who.ours && (who.person === thing.subject || officerOver(who, thing))),
  'organisation.saveIdentity': only('unit', 'The personnel officer of the person’s unit records identity numbers.', officerOver, 'admitted'),
  'organisation.removeIdentity': only('unit', 'The personnel officer of the person’s unit removes identity numbers.', officerOver, 'admitted'),
  'organisation.findByIdentity': only('nothing', 'A personnel officer asks who has a number, and finds whom they manage.', (who) => who.ours && who.roles.some(({ role }) => role === 'officer'), 'admitted'),
}
