import type { Actor } from '#kernel/actor.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type UnitId } from '#kernel/id.ts'
import { availableActs } from '#kernel/transition.ts'
import { campaignTransitions } from '#modules/evaluation/domain/campaign.ts'
import { editionTransitions, holdsOverBody, type EditionRight } from '#modules/evaluation/domain/edition.ts'
import { meetingTransitions } from '#modules/evaluation/domain/meeting.ts'
import type { PlanAct } from '#modules/evaluation/domain/plan-status.ts'
import { planActsOf } from '#modules/evaluation/domain/plan.ts'
import { isPublished, managesCampaign, mayAct, maySeeFile, maySeeScores, maySeeSheet, standingOf, type Standing } from '#modules/evaluation/domain/policy.ts'
import type { ParticipantAct } from '#modules/evaluation/domain/participant.ts'
import { evidenceOpenIn, taskTransitions, type TaskChange, type TaskRight } from '#modules/evaluation/domain/task.ts'
import { mayManageCatalogue, maySeeTask, rightsOverTask } from '#modules/evaluation/domain/task-policy.ts'
import { unitCampaignTransitions, type UnitFileAct } from '#modules/evaluation/domain/unit-campaign.ts'
import { mayActOnUnit, maySeeUnitSheets, unitsPublished, unitStandingOf } from '#modules/evaluation/domain/unit-policy.ts'
import { maySeeStory } from '#modules/newsroom/domain/policy.ts'
import { mayManageAll, mayManagePerson, mayManageUnit, maySeePerson } from '#modules/organisation/domain/policy.ts'
import { buildTree, unitIdOf } from '#modules/organisation/domain/tree-builder.ts'
import type { Answer } from './line.ts'
import { lineOf, tops, type Place } from './people.ts'
import type { Thing } from './things.ts'

type Judge = (actor: Actor, thing: Thing) => Answer

const today = calendarDate('2026-11-20')
const from = '2020-01-01'
const tree = buildTree({
  committee: [{ from }],
  office: [{ from, parent: 'committee' }],
  team: [{ from, parent: 'office' }],
  division: [{ from, parent: 'committee' }],
  party: [{ from }],
})

/** Ids of the units and people of the matrix of policies. */
export const unitOf = (place: Place): UnitId => unitIdOf(place)
export const personOf = (name: string): PersonId => asId<'person'>(name)
const line = (place: Place): UnitId[] => lineOf[place].map(unitOf)
const body: ReadonlySet<UnitId> = new Set((['committee', 'office', 'team', 'division'] as const).map(unitOf))
const roots = tops.map(unitOf)

const yes = (may: boolean): Answer => (may ? 'open' : 'hidden')
const when = (may: boolean, now: boolean): Answer => (may ? (now ? 'open' : 'refused') : 'hidden')

const manages = (actor: Actor): boolean => managesCampaign(actor, line('committee'))
const colleagueUnits = (actor: Actor, made: boolean): ReadonlySet<UnitId> => (made && actor.posts.some((post) => body.has(post.unitId)) ? body : new Set())
const named = (actor: Actor, names: readonly (string | null)[]): boolean => actor.personId !== null && names.includes(actor.personId)
const fileOf = ({ subject, superior, authority, unit }: Thing) => ({ personId: personOf(subject), superiorId: superior === null ? null : personOf(superior), deciderId: authority === null ? null : personOf(authority), unitId: unitOf(unit) })
const standing = (actor: Actor, thing: Thing): Standing => standingOf(actor, fileOf(thing), manages(actor), colleagueUnits(actor, isPublished(thing.campaign)))
const opened = ({ campaign }: Thing): boolean => campaign !== 'draft'
const state = ({ file }: Thing) => ({ status: file, excluded: false })

/** The acts on a file that one route does, for somebody it is there for. */
function acts(there: (standing: Standing, thing: Thing) => boolean, ...names: readonly ParticipantAct[]): Judge {
  return (actor, thing) => {
    const mine = standing(actor, thing)
    return when(there(mine, thing), names.some((act) => mayAct(act, mine, state(thing), thing.campaign)))
  }
}

const overUnit: Judge = (actor, { unit }) => yes(mayManageUnit(actor, tree, unitOf(unit), today))
const overPerson: Judge = (actor, { unit }) => yes(mayManagePerson(actor, [unitOf(unit)], tree, today))
const overAll: Judge = (actor) => yes(mayManageAll(actor))
const overCatalogue: Judge = (actor) => yes(mayManageCatalogue(actor, roots))
const overScope: Judge = (actor) => yes(manages(actor))
const campaignAt = (...statuses: readonly Thing['campaign'][]): Judge => (actor, { campaign }) => when(manages(actor), statuses.includes(campaign))

const edition = (right: EditionRight, act?: keyof typeof editionTransitions): Judge => (actor, thing) => {
  const rights = new Set((['evaluation:rulebooks', 'evaluation:issue'] as const).filter((each) => holdsOverBody(actor, each, new Set(roots))))
  return when(rights.has(right), act === undefined || availableActs(editionTransitions, thing.edition, (each) => rights.has(each)).includes(act))
}
const anyEdition: Judge = (actor) => yes((['evaluation:rulebooks', 'evaluation:issue'] as const).some((right) => holdsOverBody(actor, right, new Set(roots))))

const namedForTask = (actor: Actor, { superior, campaign }: Thing): boolean => named(actor, [superior]) && campaign !== 'draft' && campaign !== 'cancelled'
const taskSeen: Judge = (actor, thing) => yes(maySeeTask(actor, personOf(thing.subject), line(thing.unit), namedForTask(actor, thing)))
const monthOpen = ({ campaign }: Thing): boolean => !['compiling', 'deciding', 'published', 'closed'].includes(campaign)
const taskRights = (actor: Actor, thing: Thing): Set<TaskRight> => rightsOverTask(actor, personOf(thing.subject), line(thing.unit), namedForTask(actor, thing))
const task = (act: TaskChange): Judge => (actor, thing) => {
  const rights = taskRights(actor, thing)
  return when(rights.has(taskTransitions[act].by), monthOpen(thing) && availableActs(taskTransitions, thing.task, (right) => rights.has(right)).includes(act))
}
const evidence: Judge = (actor, thing) => when(taskRights(actor, thing).has('subject'), monthOpen(thing) && evidenceOpenIn.includes(thing.task))

const plan = (...names: readonly PlanAct[]): Judge => (actor, thing) => {
  const mine = standing(actor, thing)
  if (!thing.asksPlan || !opened(thing)) return 'hidden'
  const rules = { fact: 'f', proposedBy: ['subject'], approvedBy: 'rater', startsFrom: {} } as unknown as Parameters<typeof planActsOf>[0]
  const ever = names.includes('propose') ? mine.subject : mine.superior
  return when(ever, planActsOf(rules, thing.plan, mine, state(thing), thing.campaign).some((act) => names.includes(act)))
}

const unitStanding = (actor: Actor, { unit, unitSelf, recogniser, round }: Thing) =>
  unitStandingOf(actor, { unitId: unitOf(unit), selfId: personOf(unitSelf), recogniserId: personOf(recogniser) }, manages(actor), colleagueUnits(actor, unitsPublished(round)))
const unitAct = (right: 'self' | 'recogniser', ...names: readonly UnitFileAct[]): Judge => (actor, thing) => {
  const mine = unitStanding(actor, thing)
  return when(mine[right] && thing.round !== 'draft', names.some((act) => mayActOnUnit(act, mine, { status: thing.unitFile, excludedReason: '' }, thing.round)))
}
const roundKnown: Judge = (actor, thing) => {
  const mine = unitStanding(actor, thing)
  return yes(mine.personnel || (thing.round !== 'draft' && (mine.self || mine.recogniser || mine.colleague)))
}
const runsMeeting = (actor: Actor, { chair }: Thing): boolean => manages(actor) || named(actor, [chair])

const hasFile = (mine: Standing, thing: Thing): boolean => maySeeSheet(mine) && (opened(thing) || mine.personnel)
const computed = ({ campaign }: Thing): boolean => ['compiling', 'deciding', 'published', 'closed'].includes(campaign)
const ownColumn: Judge = (actor, thing) => acts((mine) => opened(thing) && (thing.column === 'self' ? mine.subject : mine.superior), thing.column === 'self' ? 'submit_self' : 'submit_superior')(actor, thing)

/**
 * What the pure policies and the tables of statuses say of a route, for the routes they judge. Of the others they see
 * the permission alone; the rest of the rule is SQL and tried on the routes themselves.
 */
export const judged: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(['changeUnits', 'correctUnit', 'createPost', 'changePost', 'appoint', 'changeHolding', 'removeHolding'].map((name) => [`organisation.${name}`, overUnit])),
  ...Object.fromEntries(['changePerson', 'addAbsence', 'changeAbsence', 'removeAbsence'].map((name) => [`organisation.${name}`, overPerson])),
  ...Object.fromEntries(['exportAll', 'uploadImport', 'listImports', 'getImport', 'listImportRows', 'confirmImport', 'discardImport'].map((name) => [`organisation.${name}`, overAll])),
  'organisation.getPerson': (actor, { subject, unit }) => yes(maySeePerson(actor, personOf(subject), [unitOf(unit)], tree, today)),
  ...Object.fromEntries(['saveCatalogue', 'saveProduct', 'settleProduct', 'checkProductImport', 'confirmProductImport'].map((name) => [`evaluation.${name}`, overCatalogue])),
  ...Object.fromEntries(['createCampaign', 'computingProgress', 'recordUnitLevel', 'addDocument', 'analyseCampaign', 'raterProgress', 'listRaters', 'listWaitingRaters', 'remindRaters', 'resultsWorkbook', 'createUnitCampaign', 'meetingCandidates'].map((name) => [`evaluation.${name}`, overScope])),
  ...Object.fromEntries(['listEditions', 'getEdition', 'checkEdition', 'compareEdition'].map((name) => [`evaluation.${name}`, anyEdition])),
  'evaluation.createEdition': edition('evaluation:rulebooks'),
  'evaluation.saveEdition': edition('evaluation:rulebooks', 'edit'),
  'evaluation.discardEdition': edition('evaluation:rulebooks', 'edit'),
  'evaluation.issueEdition': edition('evaluation:issue', 'issue'),
  'evaluation.retireEdition': edition('evaluation:issue', 'retire'),
  'evaluation.getTask': taskSeen,
  'evaluation.downloadEvidence': taskSeen,
  'evaluation.approveAdHocTask': task('approve'),
  'evaluation.judgeTask': task('judge'),
  'evaluation.reportTask': task('report'),
  'evaluation.handBackTask': task('hand_back'),
  'evaluation.reassignTask': task('reassign'),
  'evaluation.cancelTask': task('cancel'),
  'evaluation.addEvidenceFile': evidence,
  'evaluation.addEvidenceLink': evidence,
  'evaluation.removeEvidence': evidence,
  'evaluation.actOnCampaign': (actor, { campaign }) => when(manages(actor), availableActs(campaignTransitions, campaign, () => manages(actor)).includes('cancel')),
  'evaluation.resolveAgain': campaignAt('draft'),
  'evaluation.adjustParticipant': campaignAt('draft', 'scoring', 'compiling'),
  'evaluation.getSheet': (actor, thing) => yes(hasFile(standing(actor, thing), thing)),
  'evaluation.saveSheet': ownColumn,
  'evaluation.submitSheet': ownColumn,
  'evaluation.returnSheet': acts(hasFile, 'return_to_self', 'return_to_superior'),
  'evaluation.proposePlan': plan('propose'),
  'evaluation.settlePlan': plan('approve'),
  'evaluation.getResult': (actor, thing) => {
    const mine = standing(actor, thing)
    return yes(computed(thing) && (opened(thing) || mine.personnel) && maySeeFile(mine, thing.campaign) && maySeeScores(mine, thing.campaign))
  },
  'evaluation.decide': acts((mine, thing) => mine.authority && opened(thing), 'decide'),
  'evaluation.decideAsProposed': acts((mine, thing) => mine.authority && computed(thing), 'decide'),
  'evaluation.planMeeting': campaignAt('scoring', 'compiling', 'deciding'),
  'evaluation.changeMeeting': (actor, { meeting }) => when(manages(actor), meeting === 'planned'),
  'evaluation.actOnMeeting': (actor, thing) => when(runsMeeting(actor, thing), availableActs(meetingTransitions, thing.meeting, () => true).includes('close')),
  'evaluation.getUnitCampaign': roundKnown,
  'evaluation.getUnitFile': roundKnown,
  'evaluation.actOnUnitCampaign': (actor, { round }) => when(manages(actor), availableActs(unitCampaignTransitions, round, () => true).includes('cancel')),
  'evaluation.saveUnitSheet': unitAct('self', 'submit_self'),
  'evaluation.actOnUnitFile': unitAct('self', 'submit_self'),
  'evaluation.returnUnitSheet': (actor, thing) => {
    const mine = unitStanding(actor, thing)
    return when(maySeeUnitSheets(mine) && (thing.round !== 'draft' || mine.personnel), (['return_self', 'return_score'] as const).some((act) => mayActOnUnit(act, mine, { status: thing.unitFile, excludedReason: '' }, thing.round)))
  },
  'evaluation.decideUnit': unitAct('recogniser', 'decide'),
  'evaluation.unitForm': (actor, thing) => yes(roundKnown(actor, thing) === 'open' && maySeeUnitSheets(unitStanding(actor, thing))),
  ...Object.fromEntries(['getStory', 'getStoryVersion', 'printStory', 'getRecord', 'listLeaders', 'getStoryAssignment', 'listComments', 'getStoryTimes'].map((name) => [`newsroom.${name}`, ((actor, { subject, unit }) => yes(maySeeStory(actor, { authorId: personOf(subject), lineage: line(unit) }))) satisfies Judge])),
}
