import type { EditionStatus } from '#modules/evaluation/domain/edition.ts'
import type { CampaignStatus } from '#modules/evaluation/domain/campaign.ts'
import type { MeetingStatus } from '#modules/evaluation/domain/meeting.ts'
import type { ParticipantStatus } from '#modules/evaluation/domain/participant.ts'
import type { PetitionStatus } from '#modules/evaluation/domain/petition.ts'
import type { PlanStatus } from '#modules/evaluation/domain/plan-status.ts'
import type { TaskStatus } from '#modules/evaluation/domain/task.ts'
import type { UnitCampaignStatus, UnitFileStatus } from '#modules/evaluation/domain/unit-campaign.ts'
import type { RundownState } from '#modules/newsroom/domain/rundown/state.ts'
import type { StoryState } from '#modules/newsroom/domain/approval/state.ts'
import type { Place } from './people.ts'

/** Kinds of thing a route acts on, each with statuses of its own. */
export const thingKinds = ['nothing', 'unit', 'file', 'sheet', 'task', 'edition', 'round', 'meeting', 'petition', 'plan', 'story', 'rundown'] as const
export type ThingKind = (typeof thingKinds)[number]

/** One thing of the committee in one status. Of kinds a line does not look at, the statuses stay as they are here. */
export interface Thing {
  /** Where the person, post or organisation belongs. */
  readonly unit: Place
  /** Whose file, task or petition it is. */
  readonly subject: string
  /** Who scores and who decides on the subject, as the campaign names them. */
  readonly superior: string | null
  readonly authority: string | null
  /** People named in any file of the campaign, as subject, superior or authority. */
  readonly named: readonly string[]
  /** People named as authority in any file. */
  readonly authorities: readonly string[]
  readonly campaign: CampaignStatus
  readonly file: ParticipantStatus
  readonly column: 'self' | 'superior'
  readonly task: TaskStatus
  readonly edition: EditionStatus
  readonly round: UnitCampaignStatus
  readonly unitFile: UnitFileStatus
  /** Who fills in the organisation's sheet and who recognises it. */
  readonly unitSelf: string
  readonly recogniser: string
  /** People named in any file of the round. */
  readonly namedInRound: readonly string[]
  readonly meeting: MeetingStatus
  /** Who is called to the meeting. */
  readonly chair: string
  readonly secretary: string
  readonly called: readonly string[]
  /** Who is on the roll of its ballot. */
  readonly roll: readonly string[]
  readonly petition: PetitionStatus
  readonly overdue: boolean
  /** Whether the campaign's rulebook asks for plans; proposed by the subject, approved by the superior. */
  readonly asksPlan: boolean
  readonly plan: PlanStatus
  readonly story: StoryState
  readonly rundown: RundownState
}

/** The file of the clerk, scored by the head of the office and decided by the chair, as things stand while people score. */
export const usualThing: Thing = {
  unit: 'office',
  subject: 'clerk',
  superior: 'officeHead',
  authority: 'chair',
  named: ['clerk', 'officeHead', 'chair'],
  authorities: ['chair'],
  campaign: 'scoring',
  file: 'self_scoring',
  column: 'self',
  task: 'open',
  edition: 'draft',
  round: 'running',
  unitFile: 'self_scoring',
  unitSelf: 'officeHead',
  recogniser: 'chair',
  namedInRound: ['officeHead', 'chair', 'divisionHead'],
  meeting: 'planned',
  chair: 'chair',
  secretary: 'officer',
  called: ['chair', 'officeHead', 'divisionHead', 'clerk', 'engineer', 'officer'],
  roll: ['chair', 'officeHead', 'divisionHead', 'clerk', 'engineer'],
  petition: 'open',
  overdue: false,
  asksPlan: false,
  plan: 'open',
  story: 'draft',
  rundown: 'planned',
}
