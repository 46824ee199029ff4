import { only, whenever, type Answer, type Lines } from './line.ts'
import { decides, decidesHere, hasFile, isAuthority, isSubject, isSuperior, knows, made, opened, runs } from './rules-of-campaigns.ts'
import type { Somebody } from './people.ts'
import type { Thing } from './things.ts'
import { belongs, mayDecide, servesOver, worksHere } from './words.ts'

/** Results exist from the moment scores are compiled. */
const computed = ({ campaign }: Thing): boolean => ['compiling', 'deciding', 'published', 'closed'].includes(campaign)
const sees = (who: Somebody, thing: Thing): boolean => runs(who) || (opened(thing) && (isSuperior(who, thing) || isAuthority(who, thing))) || (made(thing) && isSubject(who, thing))
const ownPublished = (who: Somebody, thing: Thing): boolean => worksHere(who) && made(thing) && isSubject(who, thing)
const mayPrint = (who: Somebody, thing: Thing): boolean => hasFile(who, thing)

/** The head above the authority watches over petitions beyond their term: in this commune nobody stands above the chair. */
const watches = (who: Somebody, thing: Thing): boolean => runs(who) && who.person !== thing.authority && who.person !== thing.subject && thing.authority !== null

const inMeeting = (who: Somebody, thing: Thing): boolean => runs(who) || decidesHere(who, thing) || (belongs(who) && who.person !== null && thing.called.includes(who.person))
/** Runs the meeting: the personnel body, or who presides. */
const presides = (who: Somebody, thing: Thing): boolean => runs(who) || (belongs(who) && who.person === thing.chair)
const underWay = ({ meeting, campaign }: Thing): boolean => meeting === 'open' && campaign === 'deciding'
const notOver = ({ meeting }: Thing): boolean => meeting !== 'closed'
const keepsMinutes = (who: Somebody, thing: Thing): boolean => thing.meeting !== 'planned' && (presides(who, thing) || (belongs(who) && who.person === thing.secretary))

/** Results, petitions and meetings. */
export const rulesOfResults: Lines = {
  'evaluation.listResults': only('file', 'Whoever knows the campaign lists results: scores of files they have, levels in words once made known.', knows),
  'evaluation.getResult': only('file', 'Scores with their derivation: superior, authority and personnel body; the subject once made known; never colleagues.', (who, thing) => computed(thing) && sees(who, thing)),
  'evaluation.quotas': only('file', 'Quotas: who runs the campaign or decides in it.', (who, thing) => runs(who) || decidesHere(who, thing)),
  'evaluation.decide': {
    about: 'file',
    says: 'The authority the campaign names decides (article 10.2), while the campaign awaits decisions.',
    answer: (who, thing): Answer => (!decides(who, thing) ? 'hidden' : thing.campaign === 'deciding' && ['compiled', 'decided'].includes(thing.file) ? 'admitted' : 'refused'),
  },
  'evaluation.decideAsProposed': {
    about: 'file',
    says: 'The authority the campaign names decides on several (article 10.2), while the campaign awaits decisions; before there is a result there is nothing.',
    answer: (who, thing): Answer => (!decides(who, thing) || !computed(thing) ? 'hidden' : thing.campaign === 'deciding' && ['compiled', 'decided'].includes(thing.file) ? 'admitted' : 'refused'),
  },
  'evaluation.respond': whenever('file', 'The subject responds to the published result until the campaign closes.', ownPublished, ({ campaign }) => campaign === 'published'),
  'evaluation.filePetition': whenever('file', 'The subject petitions against the published result (article 22) until the campaign closes.', ownPublished, ({ campaign }) => campaign === 'published', 'admitted'),
  'evaluation.replaceResult': whenever('file', 'The authority corrects a published result by a replacing decision (article 21.3).', (who, thing) => decides(who, thing) && computed(thing), made, 'admitted'),
  'evaluation.history': only(
    'file',
    'Scores over time: one’s own, of people one scored or decided on in a campaign that opened, and of people one is personnel officer of.',
    (who, thing) => servesOver(who, 'officer', thing.unit) || (belongs(who) && (who.person === thing.subject || (opened(thing) && (isSuperior(who, thing) || isAuthority(who, thing))))),
  ),
  'evaluation.form01': only('file', 'Printed by whoever has the file.', mayPrint, 'admitted'),
  'evaluation.form02': only('file', 'Printed by whoever has the file.', mayPrint, 'admitted'),
  'evaluation.resultForm': only('file', 'Printed by whoever has the file.', mayPrint, 'admitted'),
  'evaluation.resultProof': only('file', 'The proof of a published result is its subject’s alone.', (who, thing) => belongs(who) && made(thing) && isSubject(who, thing), 'admitted'),
  'evaluation.resultsWorkbook': only('file', 'Everybody’s results as a workbook: who runs the campaign, with a second person.', runs, 'admitted'),

  'evaluation.listPetitions': only('nothing', 'Whoever belongs to the committee lists the petitions they have a part in.', belongs),
  'evaluation.answerPetition': whenever('petition', 'The authority answers an open petition (article 22).', (who, thing) => mayDecide(who) && isAuthority(who, thing), ({ petition }) => petition === 'open', 'admitted'),
  'evaluation.withdrawPetition': whenever('petition', 'The petitioner withdraws an open petition.', (who, thing) => worksHere(who) && isSubject(who, thing), ({ petition }) => petition === 'open'),
  'evaluation.remindPetition': whenever('petition', 'Who runs the campaign reminds the authority of an open petition.', watches, ({ petition }) => petition === 'open'),

  'evaluation.listMeetings': only('meeting', 'Whoever knows the campaign or is called to a meeting of it lists its meetings.', (who, thing) => inMeeting(who, thing) || knows(who, thing)),
  'evaluation.meetingCandidates': only('meeting', 'Who runs the campaign sees who could be called.', runs),
  'evaluation.planMeeting': whenever('meeting', 'Who runs the campaign calls meetings once scoring has begun, until levels are made known.', runs, ({ campaign }) => ['scoring', 'compiling', 'deciding'].includes(campaign), 'admitted'),
  'evaluation.changeMeeting': whenever('meeting', 'Who runs the campaign changes a meeting before it opens.', runs, ({ meeting }) => meeting === 'planned', 'admitted'),
  'evaluation.getMeeting': only('meeting', 'A meeting is for who runs the campaign, decides in it or is called.', inMeeting),
  'evaluation.meetingBoard': only('meeting', 'The board is for who runs the campaign or decides in it.', (who, thing) => runs(who) || decidesHere(who, thing)),
  'evaluation.actOnMeeting': whenever('meeting', 'Who runs the meeting closes it once open.', presides, ({ meeting }) => meeting === 'open', 'admitted'),
  'evaluation.markAttendance': whenever('meeting', 'Who runs the meeting says who is there until it is over.', presides, notOver, 'admitted'),
  'evaluation.meetingSubjects': only('meeting', 'Whoever is in the meeting sees by name whose levels it discusses.', inMeeting),
  'evaluation.declareConflict': whenever(
    'meeting',
    'An attendee states the own conflict of interest, who runs the meeting an attendee’s, until it is over.',
    (who, thing) => presides(who, thing) || (belongs(who) && who.person === thing.subject && thing.called.includes(thing.subject)),
    notOver,
    'admitted',
  ),
  'evaluation.proposeLevel': whenever('meeting', 'Who runs the campaign, or decides on the person, proposes a level while the meeting is under way.', (who, thing) => runs(who) || (opened(thing) && isAuthority(who, thing)), underWay, 'admitted'),
  'evaluation.conclude': {
    about: 'meeting',
    says: 'Who decides on the people named makes the conclusions decisions while the meeting is under way; before, whoever decides on anybody is told that it is not the time.',
    answer: (who, thing): Answer => (!mayDecide(who) || !decidesHere(who, thing) ? 'hidden' : !underWay(thing) ? 'refused' : isAuthority(who, thing) ? 'admitted' : 'hidden'),
  },
  'evaluation.openQuestion': whenever('meeting', 'Who runs the meeting opens a ballot while it is under way.', presides, underWay, 'admitted'),
  'evaluation.castBallot': whenever('meeting', 'Whoever is on the roll votes while the meeting is open.', (who, thing) => belongs(who) && who.person !== null && thing.roll.includes(who.person), ({ meeting }) => meeting === 'open', 'admitted'),
  'evaluation.enterCounts': only('meeting', 'Only a teller of a ballot on paper enters counts; this ballot is on devices.', () => false),
  'evaluation.closeQuestion': whenever('meeting', 'Who runs the meeting ends a ballot.', presides, ({ meeting }) => meeting === 'open', 'admitted'),
  'evaluation.minutesPdf': only('meeting', 'Minutes of a meeting that has opened: who runs it and its secretary.', keepsMinutes, 'admitted'),
  'evaluation.minutesDocx': only('meeting', 'Minutes of a meeting that has opened: who runs it and its secretary.', keepsMinutes, 'admitted'),
}
