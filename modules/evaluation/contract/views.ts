import { z } from 'zod'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import { campaignActs, campaignStatuses, periodKinds } from '../domain/campaign.ts'
import { campaignObstacles } from '../domain/campaign-obstacle.ts'
import { participantActs, participantStatuses } from '../domain/participant.ts'
import { planActs, planStatuses } from '../domain/plan-status.ts'
import { factSources } from '../domain/proposed-facts.ts'
import { taskActs, taskOrigins, taskStatuses } from '../domain/task.ts'

/** A name in both languages. */
export const bilingual = z.object({ vi: z.string(), en: z.string() })

/** Somebody as lists show them. */
export const personRef = z.object({ id: idOf<'person'>(), fullName: z.string() })
export const unitRef = z.object({ id: idOf<'unit'>(), name: z.string() })

/** A level's id from the rulebook, or `not_rated` / `insufficient_data`. */
export const levelId = z.string()

export const rulebookSummary = z.object({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  name: bilingual,
  documentNumber: z.string(),
  documentDate: dateShape,
  validFrom: dateShape,
  validTo: dateShape.nullable(),
  periodKinds: z.array(z.enum(periodKinds)),
  subject: z.enum(['person', 'organisation']),
  confidence: z.enum(['primary', 'second_hand', 'assumed', 'sample']),
  /** Written and issued by the body itself; false: shipped with the program. */
  own: z.boolean(),
  /** When the body last opened a campaign with it; null when never. */
  lastUsed: z.iso.datetime().nullable(),
  /** Why no campaign can be opened with it; null when one can. */
  obstacle: z.enum(campaignObstacles).nullable(),
})


export const evidenceView = z.object({
  id: z.uuid(),
  kind: z.enum(['file', 'link']),
  name: z.string(),
  address: z.string().nullable(),
  mediaType: z.string(),
  size: z.number(),
  addedAt: z.iso.datetime(),
})

export const taskView = z.object({
  id: idOf<'task'>(),
  version: z.number().int(),
  person: personRef,
  unit: unitRef,
  product: z.object({ id: idOf<'product'>(), code: z.string(), unitOfCount: z.string() }).nullable(),
  title: z.string(),
  /** "n/d", frozen when assigned. */
  coefficient: z.string(),
  /** Coefficient as decimals for showing, e.g. "1.5". */
  coefficientShown: z.string(),
  origin: z.enum(taskOrigins),
  month: dateShape,
  assigned: z.number().int(),
  deadline: dateShape,
  status: z.enum(taskStatuses),
  completed: z.number().int(),
  completedOn: dateShape.nullable(),
  resultNote: z.string(),
  qualityFaults: z.number().int(),
  lateEvents: z.number().int(),
  qualityExcused: z.boolean(),
  lateExcused: z.boolean(),
  excuseReason: z.string(),
  closingReason: z.string(),
  /** Where a received task came from, where a handed-back task went. */
  receivedFrom: personRef.nullable(),
  handedTo: personRef.nullable(),
  evidence: z.array(evidenceView),
  can: z.array(z.enum(taskActs)),
})

export const campaignView = z.object({
  id: idOf<'campaign'>(),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(campaignStatuses),
  rulebook: z.object({ id: z.string(), version: z.string(), hash: z.string(), name: bilingual, documentNumber: z.string() }),
  settings: z.record(z.string(), z.unknown()),
  period: z.object({ kind: z.enum(periodKinds), from: dateShape, to: dateShape, label: bilingual }),
  scope: unitRef,
  due: z.object({ self: dateShape, superior: dateShape, decide: dateShape }),
  openedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  counts: z.object({
    participants: z.number().int(),
    excluded: z.number().int(),
    unresolved: z.number().int(),
    byStatus: z.record(z.enum(participantStatuses), z.number().int()),
    openPetitions: z.number().int(),
    /** Petitions beyond their term for an answer. */
    overduePetitions: z.number().int(),
  }),
  /** Acts the table admits now for this actor; `blocked` says what stands in the way, by code. */
  can: z.array(z.enum(campaignActs)),
  blocked: z.array(z.object({ act: z.enum(campaignActs), code: z.string(), data: z.record(z.string(), z.unknown()) })),
  manages: z.boolean(),
})

/** Why a participant is not complete; the campaign cannot open while one stands. */
export const resolutionProblems = ['no_superior', 'no_decider', 'no_group', 'superior_is_self', 'several_primary_posts'] as const

export const participantView = z.object({
  person: personRef,
  code: z.string(),
  unit: unitRef,
  title: z.string(),
  group: z.string(),
  peerGroup: z.string(),
  isHead: z.boolean(),
  variants: z.record(z.string(), z.string()),
  superior: personRef.nullable(),
  decider: personRef.nullable(),
  excludedReason: z.string(),
  problems: z.array(z.enum(resolutionProblems)),
  status: z.enum(participantStatuses),
  /** Facts the rulebook asks for; only to those who manage or decide. */
  facts: z.record(z.string(), z.unknown()).nullable(),
  factsNote: z.string().nullable(),
  /** Facts the program counted itself, each with its source; in force unless `facts` says otherwise. */
  proposed: z.record(z.string(), z.object({ value: z.unknown(), source: z.enum(factSources) })).nullable(),
  version: z.number().int(),
  selfSubmittedAt: z.iso.datetime().nullable(),
  superiorSubmittedAt: z.iso.datetime().nullable(),
  /** What is overdue, for the board. */
  late: z.enum(['none', 'self', 'superior', 'decide']),
  lastReminderAt: z.iso.datetime().nullable(),
})

export const judgementEntry = z.object({ value: z.string(), reason: z.string() })

/** Entries of the rulebook's own lists as text: by list, row (key, task or number) and field. */
export const sheetLists = z.record(z.string().max(60), z.record(z.string().max(60), z.record(z.string().max(60), z.string().max(2000))))

/** One rater's sheet. `points` holds decimal text by criterion code; an absent code is not scored. */
export const sheetView = z.object({
  rater: z.string(),
  raterPerson: personRef,
  version: z.number().int(),
  points: z.record(z.string(), z.string()),
  judgements: z.record(z.string(), judgementEntry),
  lists: sheetLists,
  strengths: z.string(),
  weaknesses: z.string(),
  comment: z.string(),
  proposedLevel: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  savedAt: z.iso.datetime(),
})

/** One step of a derivation, as the scoring engine gives it. */
export interface DerivationView {
  id: string
  label: { vi: string; en: string }
  value:
    | { kind: 'number'; exact: string; shown: string }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'text'; value: string }
    | { kind: 'missing' }
  unit: string
  formula: string | null
  article: string | null
  note: { vi: string; en: string } | null
  inputs: DerivationView[]
}

export const derivationView: z.ZodType<DerivationView> = z.lazy(() =>
  z.object({
    id: z.string(),
    label: bilingual,
    value: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('number'), exact: z.string(), shown: z.string() }),
      z.object({ kind: z.literal('boolean'), value: z.boolean() }),
      z.object({ kind: z.literal('text'), value: z.string() }),
      z.object({ kind: z.literal('missing') }),
    ]),
    unit: z.string(),
    formula: z.string().nullable(),
    article: z.string().nullable(),
    note: bilingual.nullable(),
    inputs: z.array(derivationView),
  }),
)

export const reasonView = z.object({ code: z.string(), vi: z.string(), en: z.string(), article: z.string().nullable(), path: z.string().nullable() })

/** What the score would be now; never stored. */
export const previewView = z.object({
  total: z.string().nullable(),
  exact: z.string().nullable(),
  terms: z.record(z.string(), z.string().nullable()),
  taskPoints: z.string().nullable(),
  generalPoints: z.string().nullable(),
  level: levelId,
  reasons: z.array(reasonView),
})

export const sheetActs = ['save_self', 'submit_self', 'save_superior', 'submit_superior', 'return_to_self', 'return_to_superior', 'enter_month', 'respond_early'] as const

/** Something said, and when. */
export const saidView = z.object({ text: z.string(), givenAt: z.iso.datetime() })

/** What d of a leader would be by the scores of those under them (article 15.3a): proposed with its ground, never set. */
export const ledProposalView = z.object({
  judgement: z.string(),
  /** Null while somebody is not scored yet, or nobody is led. */
  value: z.string().nullable(),
  /** Least points of the lowest level that passes. */
  floor: z.string().nullable(),
  reached: z.number().int(),
  failing: z.number().int(),
  waiting: z.number().int(),
  /** Those whose scores this actor may see. */
  people: z.array(z.object({ person: personRef, total: z.string().nullable(), reached: z.boolean().nullable() })),
})

/** What is settled before scoring, where the rulebook asks for it: proposed, approved or returned, and by whom. */
export const planView = z.object({
  version: z.number().int(),
  status: z.enum(planStatuses),
  /** By row and field of the list, as text. */
  rows: z.record(z.string(), z.record(z.string(), z.string())),
  proposedBy: personRef.nullable(),
  proposedAt: z.iso.datetime().nullable(),
  settledBy: personRef.nullable(),
  settledAt: z.iso.datetime().nullable(),
  reason: z.string(),
  /** Last approved for the same person in an earlier period, to begin from. */
  earlier: z.record(z.string(), z.record(z.string(), z.string())).nullable(),
  can: z.array(z.enum(planActs)),
})

export const subjectSheetView = z.object({
  campaign: z.object({
    id: idOf<'campaign'>(),
    name: z.string(),
    status: z.enum(campaignStatuses),
    rulebook: z.object({ id: z.string(), version: z.string() }),
    settings: z.record(z.string(), z.unknown()),
    period: z.object({ kind: z.enum(periodKinds), from: dateShape, to: dateShape, label: bilingual }),
    due: z.object({ self: dateShape, superior: dateShape, decide: dateShape }),
  }),
  subject: z.object({
    person: personRef,
    unit: unitRef,
    title: z.string(),
    group: z.string(),
    isHead: z.boolean(),
    variants: z.record(z.string(), z.string()),
    status: z.enum(participantStatuses),
    superior: personRef.nullable(),
    decider: personRef.nullable(),
    facts: z.record(z.string(), z.unknown()),
    /** Which of the facts the program counted itself. */
    factSources: z.record(z.string(), z.enum(factSources)).default({}),
  }),
  sheets: z.array(sheetView),
  plan: planView.nullable().default(null),
  tasks: z.array(taskView),
  /** Other open campaigns that score the same person in this period; they read the same tasks and evidence. */
  alsoIn: z.array(z.object({ id: idOf<'campaign'>(), name: z.string(), period: z.object({ label: bilingual }) })),
  /** Monthly scores for a year: what the mean is taken over. */
  months: z.array(z.object({ month: dateShape, total: z.string(), exact: z.string(), source: z.enum(['campaign', 'entered']), note: z.string() })),
  preview: previewView,
  ledProposal: ledProposalView.nullable(),
  /** What the person scored said to the superior's points before the decision, and until when they may. */
  earlyResponses: z.array(saidView),
  respondUntil: dateShape.nullable(),
  /** Last return with its reason, newest first. */
  returned: z.array(z.object({ at: z.iso.datetime(), by: personRef.nullable(), reason: z.string() })),
  can: z.array(z.enum(sheetActs)),
})

/** What bounds a head (article 20.6): nothing known, recorded by hand, decided in a round of the period, still waiting for it, or rounds that disagree. */
export const unitBoundView = z.object({
  kind: z.enum(['none', 'recorded', 'decided', 'waits', 'conflict']),
  level: levelId.nullable(),
  /** Recorded by hand before and now overruled by the round. */
  recorded: levelId.nullable(),
  levels: z.array(levelId),
  unitCampaignId: idOf<'unit-campaign'>().nullable(),
})

export const resultActs = ['decide', 'respond', 'petition', 'replace', 'print'] as const

export const resultRow = z.object({
  resultId: idOf<'result'>().nullable(),
  version: z.number().int(),
  person: personRef,
  code: z.string(),
  unit: unitRef,
  title: z.string(),
  group: z.string(),
  peerGroup: z.string(),
  status: z.enum(participantStatuses),
  excludedReason: z.string(),
  /** Null when this actor may see the level only (evaluation.md §4.5: scores to those concerned). */
  total: z.string().nullable(),
  generalPoints: z.string().nullable(),
  taskPoints: z.string().nullable(),
  provisionalLevel: levelId.nullable(),
  decidedLevel: levelId.nullable(),
  differs: z.boolean(),
  decisionReason: z.string(),
  warnings: z.array(reasonView),
  replaced: z.boolean(),
  openPetition: z.boolean(),
  /** How often the person responded before the decision; 0 for those whose business it is not. */
  earlyResponses: z.number().int(),
  /** A head whose organisation is not decided yet in the round of the period (article 20.6). */
  waitsForUnit: z.object({ unit: unitRef, unitCampaignId: idOf<'unit-campaign'>() }).nullable(),
  /** This actor would decide here, but is a declared relative. */
  relative: z.boolean(),
  can: z.array(z.enum(resultActs)),
})

export const quotaView = z.object({
  scope: z.string(),
  base: z.string(),
  rate: z.string(),
  headcount: z.number().int(),
  qualifying: z.number().int(),
  allowed: z.number().int(),
  proposed: z.number().int(),
  over: z.number().int(),
})

export const petitionView = z.object({
  id: idOf<'petition'>(),
  version: z.number().int(),
  resultId: idOf<'result'>(),
  campaignId: idOf<'campaign'>(),
  campaignName: z.string(),
  person: personRef,
  /** Who must answer. */
  decider: personRef.nullable(),
  text: z.string(),
  filedAt: z.iso.datetime(),
  dueOn: dateShape,
  workingDaysLeft: z.number().int(),
  status: z.enum(['open', 'upheld', 'replaced', 'withdrawn']),
  answer: z.string(),
  answeredBy: personRef.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** Open beyond its term. */
  overdue: z.boolean(),
  /** Overdue and shown to this actor as the head above who must answer. */
  escalated: z.boolean(),
  can: z.array(z.enum(['answer', 'withdraw', 'remind'])),
})

export const resultDetail = z.object({
  campaign: z.object({ id: idOf<'campaign'>(), name: z.string(), status: z.enum(campaignStatuses), periodKind: z.enum(periodKinds), periodLabel: bilingual, rulebook: z.object({ id: z.string(), version: z.string(), documentNumber: z.string() }) }),
  row: resultRow,
  exact: z.string().nullable(),
  terms: z.record(z.string(), z.string().nullable()),
  reasons: z.array(reasonView),
  derivation: derivationView.nullable(),
  levelDerivation: derivationView.nullable(),
  sheets: z.array(sheetView),
  decidedBy: personRef.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  /** The set the result was made known in: its Merkle root, and whether the reader is the person scored, who may take the proof. */
  publishedSet: z.object({ size: z.number().int(), root: z.string(), own: z.boolean() }).nullable(),
  /** Every record of this subject in this campaign, newest first; the first is in force. */
  /** For the head of an organisation under a rulebook that bounds heads; null for everybody else. */
  unitBound: unitBoundView.nullable(),
  records: z.array(
    z.object({
      resultId: idOf<'result'>(),
      total: z.string().nullable(),
      provisionalLevel: levelId,
      decidedLevel: levelId.nullable(),
      decisionReason: z.string(),
      decidedBy: personRef.nullable(),
      decidedAt: z.iso.datetime().nullable(),
      inForce: z.boolean(),
    }),
  ),
  responses: z.array(saidView),
  /** Said to the superior's points before the decision; still open until that day. */
  earlyResponses: z.array(saidView),
  earlyUntil: dateShape.nullable(),
  petitions: z.array(petitionView),
  deadlines: z.object({ respondUntil: dateShape.nullable(), petitionUntil: dateShape.nullable() }),
  can: z.array(z.enum(resultActs)),
})

export const workKinds = ['propose_plan', 'approve_plan', 'self_score', 'superior_score', 'rate', 'compile', 'decide', 'answer_petition', 'report_task', 'judge_task', 'approve_ad_hoc', 'read_result', 'returned_sheet', 'respond_to_points', 'overdue_petition', 'unit_self_score', 'unit_returned_sheet', 'unit_score', 'unit_decide', 'meeting'] as const

/** One thing that waits for somebody (Việc của tôi). */
export const workItem = z.object({
  kind: z.enum(workKinds),
  campaignId: idOf<'campaign'>().nullable(),
  campaignName: z.string(),
  personId: idOf<'person'>().nullable(),
  personName: z.string(),
  resultId: idOf<'result'>().nullable(),
  /** An organisation to be rated, and the round it is rated in. */
  unit: z.object({ id: idOf<'unit'>(), unitCampaignId: idOf<'unit-campaign'>() }).nullable().default(null),
  taskId: idOf<'task'>().nullable(),
  title: z.string(),
  count: z.number().int(),
  due: dateShape.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  /** As which kind of rater of the rulebook, where that is asked. */
  raterKind: z.object({ id: z.string(), name: bilingual }).nullable().default(null),
})

export { participantActs, taskActs, taskOrigins, taskStatuses }
