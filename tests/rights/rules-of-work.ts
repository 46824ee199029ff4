import { only, whenever, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import type { Thing } from './things.ts'
import { belongs, givesOutWork, headsOver, issuesRulebooks, serves, servesAll, servesOver, worksHere, writesRulebooks } from './words.ts'

const everybody = (): boolean => true
const officer = (who: Somebody): boolean => serves(who, 'officer')
const officerOfAll = (who: Somebody): boolean => servesAll(who, 'officer')
const ownRulebooks = (who: Somebody): boolean => writesRulebooks(who) || issuesRulebooks(who)
const draft = ({ edition }: Thing): boolean => edition === 'draft'

/** The work is their own, and they hold a post. */
export const ownTask = (who: Somebody, { subject }: Thing): boolean => worksHere(who) && who.person === subject
/** The campaign names them, once it has opened and while it is not cancelled. */
const named = (who: Somebody, { superior, subject, campaign }: Thing): boolean => belongs(who) && who.person !== null && who.person === superior && who.person !== subject && campaign !== 'draft' && campaign !== 'cancelled'
const above = (who: Somebody, { unit, subject }: Thing): boolean => who.person !== subject && headsOver(who, unit)
const officerAbove = (who: Somebody, { unit, subject }: Thing): boolean => who.person !== subject && servesOver(who, 'officer', unit)
/** Tracks and judges the work (article 10.1): the head of the unit or above, or whom the campaign names. */
const tracks = (who: Somebody, thing: Thing): boolean => above(who, thing) || (worksHere(who) && named(who, thing))
const assigns = (who: Somebody, thing: Thing): boolean => above(who, thing) || officerAbove(who, thing)
/** Sees a task with its evidence. */
export const seesTask = (who: Somebody, thing: Thing): boolean => (belongs(who) && who.person === thing.subject) || named(who, thing) || headsOver(who, thing.unit) || servesOver(who, 'officer', thing.unit)

/** Work of a month is what was compiled once its campaign has gone on. */
const monthOpen = ({ campaign }: Thing): boolean => campaign === 'draft' || campaign === 'scoring' || campaign === 'cancelled'
/** The task stands so, and its month is open. */
export const taskAt = (...statuses: readonly Thing['task'][]) => (thing: Thing): boolean => monthOpen(thing) && statuses.includes(thing.task)

/** Rulebooks, the catalogue of products, and tasks. */
export const rulesOfWork: Lines = {
  'evaluation.listRulebooks': only('nothing', 'The law is for everybody signed in.', everybody),
  'evaluation.getRulebook': only('nothing', 'The law is for everybody signed in.', everybody),
  'evaluation.listEditions': only('nothing', 'Those who write or issue the body’s rulebooks list them.', ownRulebooks),
  'evaluation.createEdition': only('nothing', 'Those who write the body’s rulebooks begin one.', writesRulebooks, 'admitted'),
  'evaluation.getEdition': only('edition', 'Those who write or issue the body’s rulebooks read one.', ownRulebooks),
  'evaluation.checkEdition': only('edition', 'Those who write or issue the body’s rulebooks check one.', ownRulebooks, 'admitted'),
  'evaluation.compareEdition': only('edition', 'Those who write or issue the body’s rulebooks compare one.', ownRulebooks, 'admitted'),
  'evaluation.simulateEdition': only('edition', 'Those who write rulebooks and run the campaign try one on it.', (who) => writesRulebooks(who) && servesOver(who, 'officer', 'committee'), 'admitted'),
  'evaluation.saveEdition': whenever('edition', 'Those who write rulebooks change a draft.', writesRulebooks, draft, 'admitted'),
  'evaluation.discardEdition': whenever('edition', 'Those who write rulebooks throw a draft away.', writesRulebooks, draft),
  'evaluation.issueEdition': whenever('edition', 'The head at the top, or who was given it, issues a draft.', issuesRulebooks, draft, 'admitted'),
  'evaluation.retireEdition': whenever('edition', 'Who issues rulebooks retires an issued one.', issuesRulebooks, ({ edition }) => edition === 'issued', 'admitted'),

  'evaluation.getCatalogue': only('nothing', 'Whoever belongs to the committee reads the catalogue.', belongs),
  'evaluation.listProducts': only('nothing', 'Whoever belongs to the committee reads the products.', belongs),
  'evaluation.exportProducts': only('nothing', 'Whoever belongs to the committee takes the catalogue out.', belongs, 'admitted'),
  'evaluation.productTemplate': only('nothing', 'A personnel officer takes the empty workbook.', officer, 'admitted'),
  'evaluation.saveCatalogue': only('unit', 'Only the personnel officer of the whole committee issues the catalogue: it holds for all.', officerOfAll, 'admitted'),
  'evaluation.saveProduct': only('unit', 'Only the personnel officer of the whole committee adds products.', officerOfAll, 'admitted'),
  'evaluation.settleProduct': only('unit', 'Only the personnel officer of the whole committee approves or retires products.', officerOfAll, 'admitted'),
  'evaluation.checkProductImport': only('unit', 'Only the personnel officer of the whole committee imports products.', officerOfAll, 'admitted'),
  'evaluation.confirmProductImport': only('unit', 'Only the personnel officer of the whole committee imports products.', officerOfAll, 'admitted'),
  'evaluation.proposeProduct': only('nothing', 'Whoever gives out work proposes products (article 13.3).', givesOutWork, 'admitted'),

  'evaluation.listTasks': only('nothing', 'Whoever belongs to the committee lists tasks, as far as they may see.', belongs),
  'evaluation.getTask': only('task', 'A task is seen by its subject, the heads above, the superior the campaign names, and the personnel officer above.', seesTask),
  'evaluation.assignablePeople': only('nothing', 'Whoever gives out work sees to whom.', givesOutWork),
  'evaluation.assignTask': {
    about: 'task',
    says: 'Heads above and the personnel officer above give work; whoever gives out work elsewhere is told that this one is not theirs.',
    answer: (who, thing) => (!givesOutWork(who) ? 'hidden' : assigns(who, thing) && monthOpen(thing) ? 'admitted' : 'refused'),
  },
  'evaluation.addAdHocTask': only('nothing', 'Whoever works here records unplanned work of their own.', worksHere, 'admitted'),
  'evaluation.approveAdHocTask': whenever('task', 'Who tracks the work accepts what was proposed.', tracks, taskAt('proposed'), 'admitted'),
  'evaluation.judgeTask': whenever('task', 'Who tracks the work judges it (article 14.2).', tracks, taskAt('open', 'reported', 'confirmed'), 'admitted'),
  'evaluation.reportTask': whenever('task', 'The subject reports.', ownTask, taskAt('open', 'reported'), 'admitted'),
  'evaluation.handBackTask': whenever('task', 'The subject hands back.', ownTask, taskAt('open', 'reported'), 'admitted'),
  'evaluation.addEvidenceFile': whenever('task', 'The subject adds evidence until the work is judged.', ownTask, taskAt('proposed', 'open', 'reported'), 'admitted'),
  'evaluation.addEvidenceLink': whenever('task', 'The subject adds evidence until the work is judged.', ownTask, taskAt('proposed', 'open', 'reported'), 'admitted'),
  'evaluation.removeEvidence': whenever('task', 'The subject takes evidence away until the work is judged.', ownTask, taskAt('proposed', 'open', 'reported'), 'admitted'),
  'evaluation.reassignTask': whenever('task', 'Who gave the work gives it to somebody else once it was handed back.', assigns, taskAt('handed_back'), 'admitted'),
  'evaluation.cancelTask': whenever('task', 'Who gave the work withdraws it.', assigns, taskAt('open', 'reported'), 'admitted'),
  'evaluation.downloadEvidence': only('task', 'Evidence is seen by whoever sees the task.', seesTask),
}
