import { goodPoints } from '#tests/setup/evaluation-campaigns.ts'
import { rundownActs } from '#modules/newsroom/domain/rundown/state.ts'
import type { KnownIds } from '#tests/setup/plausible.ts'
import type { ThingKind } from './things.ts'

/** How an ability is used: the route and what is sent beside the usual. */
export interface Use {
  readonly route: string
  readonly ids?: KnownIds
  readonly body?: object
  /** Refusals that the reply itself announces beside the ability, or that only content explains. */
  readonly unless?: readonly string[]
}

/** A reply that says what may be done, and the way each of these things is done. */
export interface View {
  readonly about: ThingKind
  readonly route: string
  /** The abilities in a reply. */
  readonly shown: (reply: Reply, ids: KnownIds) => readonly string[]
  readonly uses: Readonly<Record<string, Use>>
}

interface Reply {
  readonly can: readonly string[]
  readonly canAdd: boolean
  readonly canPlan: boolean
  readonly manages: boolean
  readonly blocked: readonly { readonly act: string; readonly code: string }[]
  readonly edition: { readonly can: readonly string[] }
  readonly campaign: { readonly can: readonly string[] }
  readonly items: readonly { readonly id: string; readonly can: readonly string[] }[]
  readonly rows: readonly { readonly person: { readonly id: string }; readonly can: readonly string[] }[]
  readonly questions: readonly { readonly can: readonly string[] }[]
}

const flags = (reply: unknown): readonly string[] => Object.entries((reply as { can: Readonly<Record<string, boolean>> }).can).flatMap(([name, may]) => (may ? [name] : []))
const reason = 'Căn cứ hồ sơ theo dõi bằng giấy'
const texts = { strengths: '', weaknesses: '', comment: '', proposedLevel: null }

const column = (rater: string): Use => ({ route: 'evaluation.saveSheet', ids: { rater }, body: { points: goodPoints, judgements: {}, ...texts } })
const campaignAct = (act: string): Use => ({ route: 'evaluation.actOnCampaign', body: { act, reason }, unless: ['evaluation.campaign.unresolved', 'evaluation.campaign.not-all-scored', 'evaluation.campaign.not-all-decided', 'evaluation.campaign.open-petitions', 'evaluation.campaign.petition-window', 'evaluation.campaign.meeting-open'] })
const roundAct = (act: string): Use => ({ route: 'evaluation.actOnUnitCampaign', body: { act, reason }, unless: ['evaluation.unit.unresolved', 'evaluation.unit.not-all-decided'] })
const unitAct = (act: string): Use => ({ route: 'evaluation.actOnUnitFile', body: { act } })
const unitSheet = (rater: string): Use => ({ route: 'evaluation.saveUnitSheet', ids: { rater } })
const sentBack = { route: 'evaluation.returnSheet', body: { reason } }
const bothWays = { route: 'evaluation.returnUnitSheet', body: { reason } }

const storyAbilities = (reply: unknown): readonly string[] => {
  const { can } = reply as { can: { readonly write: boolean; readonly acts: readonly string[] } }
  return [...(can.write ? ['write'] : []), ...can.acts]
}
const rundownAbilities = (reply: unknown): readonly string[] => {
  const { can, items } = reply as { can: { readonly order: boolean; readonly add: boolean; readonly air: boolean; readonly acts: readonly string[] }; items: readonly { readonly can: Readonly<Record<'change' | 'remove', boolean>> }[] }
  const shown = { order: can.order, add: can.add, air: can.air, ...items[0]?.can }
  return [...Object.entries(shown).flatMap(([name, may]) => (may ? [name] : [])), ...can.acts]
}
const storyAct = (act: string): Use => ({ route: 'newsroom.actOnStory', body: { act, note: reason, blockId: null } })

/** Every reply with abilities whose use is one act on the same thing. */
export const views: readonly View[] = [
  { about: 'unit', route: 'organisation.getUnit', shown: flags, uses: { manage: { route: 'organisation.createPost' } } },
  { about: 'unit', route: 'organisation.getPerson', shown: flags, uses: { manage: { route: 'organisation.changePerson' } } },
  { about: 'unit', route: 'organisation.listPeople', shown: flags, uses: { create: { route: 'organisation.createPerson' } } },
  { about: 'unit', route: 'organisation.getUnitTree', shown: flags, uses: { importAll: { route: 'organisation.listImports' } } },
  { about: 'unit', route: 'evaluation.getCatalogue', shown: ({ manages }) => (manages ? ['manages'] : []), uses: { manages: { route: 'evaluation.saveProduct' } } },
  {
    about: 'task',
    route: 'evaluation.getTask',
    shown: ({ can }) => can,
    uses: {
      report: { route: 'evaluation.reportTask' },
      judge: { route: 'evaluation.judgeTask' },
      approve: { route: 'evaluation.approveAdHocTask' },
      hand_back: { route: 'evaluation.handBackTask' },
      reassign: { route: 'evaluation.reassignTask', unless: ['evaluation.task.not-yours', 'evaluation.task.period-closed'] },
      cancel: { route: 'evaluation.cancelTask' },
      add_evidence: { route: 'evaluation.addEvidenceLink' },
    },
  },
  {
    about: 'edition',
    route: 'evaluation.getEdition',
    shown: ({ edition }) => edition.can,
    uses: { edit: { route: 'evaluation.discardEdition' }, issue: { route: 'evaluation.issueEdition', unless: ['evaluation.rulebook.dates', 'platform.conflict', 'evaluation.rulebook.faulty'] }, retire: { route: 'evaluation.retireEdition' } },
  },
  {
    about: 'file',
    route: 'evaluation.getCampaign',
    shown: ({ can }) => can,
    uses: Object.fromEntries(['open', 'compile', 'return_to_scoring', 'submit', 'return_to_compiling', 'publish', 'close', 'cancel'].map((act) => [act, campaignAct(act)])),
  },
  { about: 'file', route: 'evaluation.listDocuments', shown: ({ canAdd }) => (canAdd ? ['add'] : []), uses: { add: { route: 'evaluation.addDocument', unless: ['evaluation.evidence.not-what-it-says'] } } },
  {
    about: 'file',
    route: 'evaluation.getSheet',
    shown: ({ can }) => can,
    uses: {
      save_self: column('self'),
      save_superior: column('superior'),
      submit_self: { route: 'evaluation.submitSheet', ids: { rater: 'self' } },
      submit_superior: { route: 'evaluation.submitSheet', ids: { rater: 'superior' } },
      return_to_self: sentBack,
      return_to_superior: sentBack,
      respond_early: { route: 'evaluation.respondEarly' },
    },
  },
  {
    about: 'file',
    route: 'evaluation.getResult',
    shown: ({ can }) => can,
    uses: {
      decide: { route: 'evaluation.decide' },
      respond: { route: 'evaluation.respond' },
      petition: { route: 'evaluation.filePetition' },
      replace: { route: 'evaluation.replaceResult', unless: ['evaluation.result.not-as-published'] },
    },
  },
  {
    about: 'petition',
    route: 'evaluation.listPetitions',
    shown: ({ items }, ids) => items.find((item) => item.id === ids['petitionId'])?.can ?? [],
    uses: { answer: { route: 'evaluation.answerPetition' }, withdraw: { route: 'evaluation.withdrawPetition' }, remind: { route: 'evaluation.remindPetition' } },
  },
  {
    about: 'story',
    route: 'newsroom.getStory',
    shown: storyAbilities,
    uses: { write: { route: 'newsroom.saveStory' }, submit: storyAct('submit'), withdraw: storyAct('withdraw'), return: storyAct('return'), approve: storyAct('approve'), air_first: { ...storyAct('air_first'), unless: ['newsroom.story.order-needed', 'newsroom.story.no-such-leader'] } },
  },
  {
    about: 'rundown',
    route: 'newsroom.getRundown',
    shown: rundownAbilities,
    uses: {
      order: { route: 'newsroom.saveRundown' },
      add: { route: 'newsroom.addItem', unless: ['newsroom.rundown.not-approved', 'platform.not-found'] },
      change: { route: 'newsroom.changeItem' },
      remove: { route: 'newsroom.removeItem' },
      air: { route: 'newsroom.air' },
      ...Object.fromEntries(rundownActs.map((act) => [act, { route: 'newsroom.actOnRundown', body: { act } }])),
    },
  },
  {
    about: 'meeting',
    route: 'evaluation.getMeeting',
    shown: ({ can }) => can,
    uses: {
      change: { route: 'evaluation.changeMeeting' },
      open: { route: 'evaluation.actOnMeeting', body: { act: 'open' } },
      close: { route: 'evaluation.actOnMeeting', body: { act: 'close' }, unless: ['evaluation.meeting.question-open'] },
      attend: { route: 'evaluation.markAttendance', unless: ['evaluation.meeting.question-open'] },
      recuse: { route: 'evaluation.declareConflict', unless: ['evaluation.meeting.question-open'] },
      ask: { route: 'evaluation.openQuestion', unless: ['evaluation.meeting.question-open'] },
      conclude: { route: 'evaluation.conclude', unless: ['platform.not-found', 'evaluation.meeting.conflict'] },
      minutes: { route: 'evaluation.minutesDocx' },
    },
  },
  { about: 'meeting', route: 'evaluation.getMeeting', shown: ({ questions }) => questions[0]?.can ?? [], uses: { vote: { route: 'evaluation.castBallot' }, close: { route: 'evaluation.closeQuestion' } } },
  {
    about: 'meeting',
    route: 'evaluation.meetingBoard',
    shown: ({ rows }, ids) => rows.find((row) => row.person.id === ids['personId'])?.can ?? [],
    uses: { propose: { route: 'evaluation.proposeLevel' }, decide: { route: 'evaluation.conclude' } },
  },
  { about: 'meeting', route: 'evaluation.listMeetings', shown: ({ canPlan }) => (canPlan ? ['plan'] : []), uses: { plan: { route: 'evaluation.planMeeting' } } },
  { about: 'round', route: 'evaluation.getUnitCampaign', shown: ({ campaign }) => campaign.can, uses: Object.fromEntries(['open', 'publish', 'close', 'cancel'].map((act) => [act, roundAct(act)])) },
  {
    about: 'round',
    route: 'evaluation.getUnitFile',
    shown: ({ can }) => can,
    uses: {
      save_self: unitSheet('self'),
      save_recogniser: unitSheet('recogniser'),
      submit_self: unitAct('submit_self'),
      take_back_self: unitAct('take_back_self'),
      submit_score: unitAct('submit_score'),
      take_back_score: unitAct('take_back_score'),
      return_self: bothWays,
      return_score: bothWays,
      decide: { route: 'evaluation.decideUnit' },
      replace: { route: 'evaluation.replaceUnitLevel', unless: ['evaluation.result.not-as-published'] },
    },
  },
]