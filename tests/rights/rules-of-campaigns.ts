import { only, whenever, type Answer, type Line, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import type { Thing, ThingKind } from './things.ts'
import { belongs, mayDecide, servesOver, worksHere, worksInBody } from './words.ts'

/** The personnel body of the campaign, which covers the People's Committee. */
export const runs = (who: Somebody): boolean => servesOver(who, 'officer', 'committee')
/** Levels have been made known. */
export const made = ({ campaign }: Thing): boolean => campaign === 'published' || campaign === 'closed'
/** No draft any more. */
export const opened = ({ campaign }: Thing): boolean => campaign !== 'draft'
const isOne = (who: Somebody, ...names: readonly (string | null)[]): boolean => belongs(who) && who.person !== null && names.includes(who.person)

/** Known to who runs it; once open, to whom it names; once made known, to whoever works in the body. */
export const knows = (who: Somebody, thing: Thing): boolean => runs(who) || (opened(thing) && isOne(who, ...thing.named)) || (made(thing) && worksInBody(who))
/** The open campaign names them anywhere. */
export const takesPart = (who: Somebody, thing: Thing): boolean => opened(thing) && isOne(who, ...thing.named)

/** Is scored, scores or decides in this file; nobody scores or decides on themselves. */
export const isSubject = (who: Somebody, { subject }: Thing): boolean => isOne(who, subject)
export const isSuperior = (who: Somebody, thing: Thing): boolean => isOne(who, thing.superior) && !isSubject(who, thing)
export const isAuthority = (who: Somebody, thing: Thing): boolean => isOne(who, thing.authority) && !isSubject(who, thing)
/** Who has the file before them: its subject, superior, authority, and the personnel body. */
export const hasFile = (who: Somebody, thing: Thing): boolean => runs(who) || (opened(thing) && (isSubject(who, thing) || isSuperior(who, thing) || isAuthority(who, thing)))
/** Decides on anybody in the open campaign. */
export const decidesHere = (who: Somebody, thing: Thing): boolean => opened(thing) && isOne(who, ...thing.authorities)

const stands = (thing: Thing, ...pairs: readonly string[]): boolean => pairs.includes(`${thing.campaign}/${thing.file}`)
const personnel = (says: string, about: ThingKind = 'file'): Line => only(about, says, runs, 'admitted')
const inCampaign = (says: string, ...statuses: readonly Thing['campaign'][]): Line => whenever('file', says, runs, ({ campaign }) => statuses.includes(campaign), 'admitted')
const colleagueOfPerson = (who: Somebody, { unit }: Thing): boolean => servesOver(who, 'officer', unit)

/** A rater's own column: the subject's or the superior's. */
const ownColumn = (who: Somebody, thing: Thing): boolean => worksHere(who) && opened(thing) && (thing.column === 'self' ? isSubject(who, thing) : isSuperior(who, thing))
const columnOpen = (thing: Thing): boolean => stands(thing, thing.column === 'self' ? 'scoring/self_scoring' : 'scoring/superior_scoring')

/** Plans, where the rulebook asks for them: the subject proposes, the superior approves, before the subject's sheet is sent. */
const planOpen = (thing: Thing): boolean => stands(thing, 'scoring/self_scoring')

/** Campaigns, sheets, plans and raters. */
export const rulesOfCampaigns: Lines = {
  'evaluation.listCampaigns': only('nothing', 'Whoever belongs to the committee lists the campaigns they know.', belongs),
  'evaluation.createCampaign': only('unit', 'The personnel officer of the scope drafts a campaign over it.', runs, 'admitted'),
  'evaluation.getCampaign': only('file', 'Known to who runs it, to whom it names once open, to colleagues once made known.', knows),
  'evaluation.changeCampaign': inCampaign('Who runs it changes it until it is closed or cancelled.', 'draft', 'scoring', 'compiling', 'deciding', 'published'),
  'evaluation.actOnCampaign': inCampaign('Who runs it cancels it before results are compiled.', 'draft', 'scoring'),
  'evaluation.computingProgress': personnel('Who runs it sees how far computing is.'),
  'evaluation.listParticipants': only('file', 'Whoever knows the campaign lists the files they have a part in.', knows),
  'evaluation.adjustParticipant': inCampaign('Who runs it adjusts files until results go to the authority.', 'draft', 'scoring', 'compiling'),
  'evaluation.resolveAgain': inCampaign('Who runs it resolves a draft again.', 'draft'),
  'evaluation.remind': inCampaign('Who runs it reminds those it waits for.', 'scoring', 'deciding'),
  'evaluation.recordUnitLevel': personnel('Who runs it records the levels of organisations.'),
  'evaluation.listUnitLevels': only('file', 'Levels of organisations: who runs it, and whoever knows it once made known.', (who, thing) => runs(who) || (made(thing) && knows(who, thing))),
  'evaluation.addDocument': personnel('Who runs it adds papers.'),
  'evaluation.listDocuments': only('file', 'Whoever knows the campaign lists the papers open to them.', knows),
  'evaluation.downloadDocument': only('file', 'Papers of the whole campaign: who runs it, and whoever knows it once made known.', (who, thing) => runs(who) || (made(thing) && knows(who, thing))),
  'evaluation.analyseCampaign': personnel('Who runs it analyses the raters.'),

  'evaluation.getSheet': only('file', 'The sheet is for its subject, superior, authority and the personnel body.', hasFile),
  'evaluation.saveSheet': whenever('sheet', 'Each rater writes the own column while it is the own turn.', ownColumn, columnOpen, 'admitted'),
  'evaluation.submitSheet': whenever('sheet', 'Each rater sends the own column on while it is the own turn.', ownColumn, columnOpen, 'admitted'),
  'evaluation.returnSheet': {
    about: 'file',
    says: 'The superior sends back to the subject, the personnel body to the superior; others with the file are told that it is not the time.',
    answer: (who, thing): Answer => {
      if (!hasFile(who, thing)) return 'hidden'
      const back = (isSuperior(who, thing) && stands(thing, 'scoring/superior_scoring')) || (runs(who) && stands(thing, 'scoring/scored'))
      return back ? 'admitted' : 'refused'
    },
  },
  'evaluation.respondEarly': only('file', 'The subject responds before the decision.', (who, thing) => worksHere(who) && opened(thing) && isSubject(who, thing), 'admitted'),
  'evaluation.enterMonthlyScore': only('unit', 'The personnel officer of the person’s unit enters months carried over.', colleagueOfPerson, 'admitted'),
  'evaluation.myWork': only('nothing', 'Everybody signed in sees what waits for them.', () => true),
  'evaluation.proposePlan': {
    about: 'plan',
    says: 'Where the rulebook asks for plans, the subject proposes one before sending the sheet; others with the file do not find it.',
    answer: (who, thing): Answer => (!thing.asksPlan || !opened(thing) || !isSubject(who, thing) ? 'hidden' : planOpen(thing) && ['open', 'proposed', 'returned'].includes(thing.plan) ? 'admitted' : 'refused'),
  },
  'evaluation.settlePlan': {
    about: 'plan',
    says: 'Where the rulebook asks for plans, the superior approves what was proposed.',
    answer: (who, thing): Answer => (!thing.asksPlan || !opened(thing) || !worksHere(who) || !isSuperior(who, thing) ? 'hidden' : planOpen(thing) && thing.plan === 'proposed' ? 'admitted' : 'refused'),
  },

  'evaluation.raterProgress': personnel('Who runs it sees how far raters are.'),
  'evaluation.listRaters': personnel('Who runs it sees who rates whom.'),
  'evaluation.listWaitingRaters': personnel('Who runs it sees which raters it waits for.'),
  'evaluation.remindRaters': personnel('Who runs it reminds raters.'),
  'evaluation.addRater': inCampaign('Who runs it adds raters to a draft.', 'draft'),
  'evaluation.settleRater': only('file', 'Who runs it leaves named raters out; this campaign names nobody.', () => false),
  'evaluation.getRatings': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.saveRating': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.submitRatings': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.submitUnnamedRatings': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.exportRatings': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.readRatingFile': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.markedRatingFile': only('file', 'Only who is named as a rater of the kind; this campaign names nobody.', () => false),
  'evaluation.listKinships': only('unit', 'The personnel officer of the person’s unit sees declared relatives.', colleagueOfPerson),
  'evaluation.declareKinship': only('unit', 'The personnel officer of the person’s unit declares relatives.', colleagueOfPerson, 'admitted'),
  'evaluation.removeKinship': only('unit', 'The personnel officer of the person’s unit removes declared relatives.', colleagueOfPerson, 'admitted'),

  'evaluation.exportSheets': only('file', 'Whoever takes part takes the own open sheets as a workbook.', (who, thing) => worksHere(who) && takesPart(who, thing), 'admitted'),
  'evaluation.checkSheetFile': only('file', 'Whoever takes part brings the own workbook back.', (who, thing) => worksHere(who) && takesPart(who, thing), 'admitted'),
  'evaluation.confirmSheetFile': only('file', 'Whoever takes part confirms the own workbook.', (who, thing) => worksHere(who) && takesPart(who, thing), 'admitted'),
  'evaluation.markedSheetFile': only('file', 'Whoever takes part takes the marked copy of the own workbook.', (who, thing) => worksHere(who) && takesPart(who, thing), 'admitted'),
}

/** Decides on the subject of this file, and holds the right to decide. */
export const decides = (who: Somebody, thing: Thing): boolean => mayDecide(who) && opened(thing) && isAuthority(who, thing)
