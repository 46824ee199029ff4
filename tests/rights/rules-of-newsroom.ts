import { only, type Lines } from './line.ts'
import { lineOf, type Somebody } from './people.ts'
import type { Thing } from './things.ts'
import { serves, servesOver } from './words.ts'

const newsroom = ['reporter', 'editor', 'director', 'producer', 'gallery'] as const

/** Everybody of the newsroom of a unit reads its stories; whose turn it is shows when they save or act. */
const reads = (who: Somebody, { unit }: Thing): boolean => newsroom.some((role) => servesOver(who, role, unit))

/** The producer of the unit or one above keeps its lists. */
const keeps = (who: Somebody, { unit }: Thing): boolean => servesOver(who, 'producer', unit)

/** The producer, the editor and the director answer for what aired. */
const answers = (who: Somebody, { unit }: Thing): boolean => (['producer', 'editor', 'director'] as const).some((role) => servesOver(who, role, unit))

/** Whoever writes for the unit looks after its films. */
const writes = (who: Somebody, { unit }: Thing): boolean => (['reporter', 'editor'] as const).some((role) => servesOver(who, role, unit))

/** Everybody of the newsroom of a unit, of one above or below it reads its rundowns: they fill them. */
const follows = (who: Somebody, thing: Thing): boolean => reads(who, thing) || (who.ours && who.roles.some(({ role, over }) => (newsroom as readonly string[]).includes(role) && over !== null && lineOf[over].includes(thing.unit)))

/** The gallery of the unit or one above airs. */
const airs = (who: Somebody, { unit }: Thing): boolean => servesOver(who, 'gallery', unit)

/** The producer puts items in until it has ended, an editor those of their department while it is planned. */
const adds = (who: Somebody, thing: Thing): boolean => keeps(who, thing) || (thing.rundown === 'planned' && servesOver(who, 'editor', thing.unit))

/** Producer and gallery of the unit, and editors of those who read the rundown, move its prompters. */
const prompts = (who: Somebody, thing: Thing): boolean => keeps(who, thing) || airs(who, thing) || (follows(who, thing) && serves(who, 'editor'))

/** Stories of the newsroom. */
export const rulesOfNewsroom: Lines = {
  'newsroom.listStories': only('nothing', 'Reporters, editors and directors list the stories of their unit and those below.', (who) => serves(who, ...newsroom)),
  'newsroom.createStory': only('nothing', 'Whoever writes begins a story in the unit of a post they hold.', (who) => serves(who, 'reporter', 'editor'), 'admitted'),
  'newsroom.getStory': only('story', 'Reporters, editors and directors read the stories of their unit and those below.', reads),
  'newsroom.getStoryVersion': only('story', 'Whoever reads a story reads its versions.', reads),
  'newsroom.importRecord': only('nothing', 'Whoever writes takes over an old record in the unit of a post they hold.', (who) => serves(who, 'reporter', 'editor'), 'admitted'),
  'newsroom.getRecord': only('story', 'Whoever reads a story takes the old record it came from.', reads),
  'newsroom.printStory': only('story', 'Whoever reads a story prints it.', reads),
  'newsroom.exportNinjs': only('story', 'Whoever reads a story takes it as ninjs.', reads),
  'newsroom.exportNewsml': only('story', 'Whoever reads a story takes it as NewsML-G2.', reads),
  'newsroom.exportCaptions': only('story', 'Whoever reads a story may ask for its captions; they are made once it is approved to air.', reads, 'admitted'),
  'newsroom.importNinjs': only('nothing', 'Whoever writes takes in a news item in the unit of a post they hold.', (who) => serves(who, 'reporter', 'editor'), 'admitted'),
  'newsroom.saveStory': only('story', 'Whoever reads a story may ask to change it; it is done for the author of a draft, afterwards for the department.', reads, 'admitted'),
  'newsroom.listDelegations': only('nothing', 'Everybody of the newsroom sees the delegations from and to themselves; the desk sees all.', (who) => serves(who, ...newsroom)),
  'newsroom.recordDelegation': only('nothing', 'Everybody of the newsroom may ask to delegate; it is done for who approves at that level.', (who) => serves(who, ...newsroom), 'admitted'),
  'newsroom.endDelegation': only('nothing', 'Who delegated and the desk end a delegation.', (who) => serves(who, 'producer') || who.person === 'typist', 'admitted'),
  'newsroom.getSigning': only('nothing', 'Everybody of the newsroom sees which levels ask for a new proof.', (who) => serves(who, ...newsroom)),
  'newsroom.setSigning': only('nothing', 'Who approves to air says at which levels signing asks for a new proof.', (who) => serves(who, 'director')),
  'newsroom.listLeaders': only('story', 'Whoever reads a story sees who approves to air over it.', reads),
  'newsroom.holdBlock': only('story', 'Whoever reads a story may ask to hold a block; it is done for who may write.', reads, 'admitted'),
  'newsroom.getDesk': only('nothing', 'Everybody of a newsroom sees the columns, categories and programmes it files its work under.', (who) => serves(who, ...newsroom)),
  'newsroom.addHeading': only('unit', 'The producer of the unit or one above keeps its columns, categories and programmes.', keeps),
  'newsroom.renameHeading': only('unit', 'Who keeps a column, category or programme renames it.', keeps),
  'newsroom.endHeading': only('unit', 'Who keeps a column, category or programme ends it.', keeps),
  'newsroom.getHeadingUses': only('unit', 'Who keeps a column, category or programme sees what is planned under it.', keeps),
  'newsroom.saveTemplate': only('unit', 'Who keeps a column keeps its template.', keeps),
  'newsroom.addSlot': only('unit', 'Who keeps a programme adds its slots.', keeps),
  'newsroom.endSlot': only('unit', 'Who keeps a programme ends its slots.', keeps),
  'newsroom.getStoryDesk': only('story', 'Whoever reads a story sees its slug, programme, slot and reader.', reads),
  'newsroom.saveStoryDesk': only('story', 'Whoever reads a story may ask to place it; it is done for its author, the department and the producer.', reads, 'admitted'),
  'newsroom.getDictionary': only('nothing', 'Everybody of a newsroom sees how written forms are read.', (who) => serves(who, ...newsroom)),
  'newsroom.exportDictionary': only('nothing', 'Everybody of a newsroom takes the own entries as a file.', (who) => serves(who, ...newsroom)),
  'newsroom.saveEntry': only('nothing', 'A producer says how a written form is read.', (who) => serves(who, 'producer')),
  'newsroom.removeEntry': only('nothing', 'A producer takes out an own entry.', (who) => serves(who, 'producer')),
  'newsroom.importDictionary': only('nothing', 'A producer takes in a file of own entries.', (who) => serves(who, 'producer'), 'admitted'),
  'newsroom.listReaders': only('nothing', 'A producer sees who reads for their units, and how fast.', (who) => serves(who, 'producer')),
  'newsroom.addReader': only('unit', 'The producer of the unit or one above says who reads for it.', keeps),
  'newsroom.endReader': only('unit', 'Who keeps a reader of the unit ends their reading.', keeps),
  'newsroom.setReaderRate': only('unit', 'Who keeps a reader of the unit sets a rate by hand.', keeps),
  'newsroom.actOnStory': only('story', 'Whoever reads a story may ask for a step; it is done for the author and for the level the story waits for.', reads, 'admitted'),
  'newsroom.getWeek': only('nothing', 'Everybody of a newsroom sees the plan of the week.', (who) => serves(who, ...newsroom)),
  'newsroom.addAssignment': only('unit', 'The producer of the unit or one above plans its week.', keeps),
  'newsroom.changeAssignment': only('unit', 'Who plans the week of a unit changes its assignments.', keeps),
  'newsroom.actOnAssignment': only('story', 'Whoever sees the plan may ask to act on an assignment; it is done for those it is given to and for the desk.', reads, 'admitted'),
  'newsroom.beginAssigned': only('story', 'Whoever writes and sees the plan may ask to begin the story; it is done for the one who is to write it.', (who, thing) => serves(who, 'reporter', 'editor') && reads(who, thing), 'admitted'),
  'newsroom.getStoryAssignment': only('story', 'Whoever reads a story sees the assignment it was begun from.', reads),
  'newsroom.listComments': only('story', 'Whoever reads a story reads the comments on it.', reads),
  'newsroom.addComment': only('story', 'Whoever reads a story comments on its blocks.', reads, 'admitted'),
  'newsroom.settleComment': only('story', 'Whoever reads a story settles comments on it.', reads),
  'newsroom.getStoryTimes': only('story', 'Whoever reads a story sees where its time went.', reads),
  'newsroom.getWaiting': only('nothing', 'The levels that approve and the desk see how long stories wait.', (who) => serves(who, 'editor', 'director', 'producer')),
  'newsroom.listNotices': only('nothing', 'Everybody of a newsroom sees what waits for them.', (who) => serves(who, ...newsroom)),
  'newsroom.countNotices': only('nothing', 'Everybody of a newsroom sees how much waits for them.', (who) => serves(who, ...newsroom)),
  'newsroom.getOwnWork': only('nothing', 'Everybody signed in sees how much of the newsroom waits for them.', () => true),
  'newsroom.readNotices': only('nothing', 'Everybody of a newsroom marks their own notices as read.', (who) => serves(who, ...newsroom)),
  'newsroom.listMedia': only('nothing', 'Whoever belongs to a newsroom lists the films of its units.', (who) => serves(who, ...newsroom)),
  'newsroom.searchMedia': only('nothing', 'Whoever belongs to a newsroom searches the films of its units.', (who) => serves(who, ...newsroom)),
  'newsroom.getMediaRoom': only('nothing', 'Whoever belongs to a newsroom sees how much its films take up.', (who) => serves(who, ...newsroom)),
  'newsroom.beginUpload': only('story', 'Whoever writes for the unit of a story announces a film for it.', writes, 'admitted'),
  'newsroom.getMedia': only('story', 'Whoever reads the stories of a unit sees its films.', reads),
  'newsroom.uploadOffset': only('story', 'Whoever writes may ask how far an upload has come; it is said to the one who began it, while it goes on.', writes, 'admitted'),
  'newsroom.uploadPart': only('story', 'Whoever writes may send a part; it is taken from the one who began the upload, while it goes on.', writes, 'admitted'),
  'newsroom.dropMedia': only('story', 'Whoever writes for the unit gives up its uploads; what is ready stays.', writes, 'admitted'),
  'newsroom.removeMedia': only('story', 'The producer of the unit or one above takes films nobody needs from the store.', keeps, 'admitted'),
  'newsroom.playMedia': only('story', 'Whoever reads the stories of a unit plays its films.', reads),
  'newsroom.setMediaRights': only('story', 'Whoever writes for the unit says who owns its films and whether they may be aired.', writes, 'admitted'),
  'newsroom.keepPicture': only('story', 'Whoever writes for the unit keeps pictures of its films.', writes, 'admitted'),
  'newsroom.getPicture': only('story', 'Whoever reads the stories of a unit sees the pictures of its films.', reads),
  'newsroom.listRundowns': only('nothing', 'Everybody of a newsroom lists rundowns.', (who) => serves(who, ...newsroom)),
  'newsroom.createRundown': only('nothing', 'A producer makes a rundown for the unit of a post they hold.', (who) => serves(who, 'producer'), 'admitted'),
  'newsroom.openRundowns': only('nothing', 'A producer makes the rundowns of their programmes ahead of time.', (who) => serves(who, 'producer'), 'admitted'),
  'newsroom.getRundown': only('rundown', 'Everybody of the newsroom of a unit, of one above or below it reads its rundowns.', follows),
  'newsroom.saveRundown': only('rundown', 'The producer of the unit or one above sets the times of its rundowns.', keeps, 'admitted'),
  'newsroom.actOnRundown': only('rundown', 'The producer locks a rundown; the gallery ends it, which is not asked here.', keeps, 'admitted'),
  'newsroom.listPlaceable': only('rundown', 'Who may put a story in sees which there are: the producer until the end, editors while it is planned.', (who, thing) => thing.rundown !== 'ended' && (keeps(who, thing) || (thing.rundown === 'planned' && serves(who, 'editor') && follows(who, thing)))),
  'newsroom.addItem': { about: 'rundown', says: 'The producer puts items in until it has ended, an editor those of their department while it is planned.', answer: (who, thing) => (adds(who, thing) || (thing.rundown === 'ended' && serves(who, 'editor') && follows(who, thing)) ? 'admitted' : 'hidden') },
  'newsroom.changeItem': only('rundown', 'The producer sets what stands in the columns of an item.', keeps, 'admitted'),
  'newsroom.moveItem': only('rundown', 'The producer orders the items.', keeps, 'admitted'),
  'newsroom.removeItem': { about: 'rundown', says: 'The producer takes items out, an editor stories of their department, which this one is not.', answer: (who, thing) => (keeps(who, thing) || (thing.rundown === 'ended' && serves(who, 'editor') && follows(who, thing)) ? 'admitted' : 'hidden') },
  'newsroom.air': only('rundown', 'The gallery of the unit or one above sets what is next and on air, in a locked rundown.', airs, 'admitted'),
  'newsroom.getRundownPrompter': only('rundown', 'Whoever reads a rundown sees its prompter; words that may not air are not on it.', follows),
  'newsroom.getStoryPrompter': only('story', 'Whoever reads a story sees its prompter; words that may not air are not on it.', reads),
  'newsroom.orderPrompter': only('rundown', 'Producer, gallery and editors move the prompters of a rundown.', prompts, 'admitted'),
  'newsroom.reportPrompter': only('rundown', 'Producer, gallery and editors lead the prompters of a rundown.', prompts, 'admitted'),
  'newsroom.printCueSheet': only('rundown', 'Whoever reads a rundown prints its cue sheet.', follows),
  'newsroom.storyDocx': only('story', 'Whoever reads a story takes it as a Word file.', reads),
  'newsroom.getFrozen': only('rundown', 'Whoever reads a rundown reads what was frozen of it.', follows),
  'newsroom.listAirings': only('nothing', 'Everybody of a newsroom reads the as-run log.', (who) => serves(who, ...newsroom)),
  'newsroom.correctAiring': only('rundown', 'The gallery of the unit or one above corrects the as-run log.', airs, 'admitted'),
  'newsroom.searchStories': only('nothing', 'Everybody of a newsroom searches the stories of their unit and those below.', (who) => serves(who, ...newsroom)),
  'newsroom.getAfterAir': only('story', 'Whoever reads a story sees when it aired and what became of it.', reads),
  'newsroom.archiveStory': only('story', 'The producer of the unit archives what aired.', keeps, 'admitted'),
  'newsroom.deleteStory': only('story', 'Its author and the producer of the unit delete a draft that nobody has looked at.', (who, thing) => keeps(who, thing) || (who.person === 'clerk' && writes(who, thing)), 'admitted'),
  'newsroom.evidencePack': only('story', 'The producer, the editor and the director of the unit prove what aired.', answers, 'admitted'),
  'newsroom.listCorrections': only('nothing', 'Everybody of a newsroom sees its corrections.', (who) => serves(who, ...newsroom)),
  'newsroom.openCorrection': only('story', 'Whoever reads a story may ask to correct it; it is done for the producer, the editor and the director.', reads, 'admitted'),
  'newsroom.getCorrection': only('story', 'Whoever reads a story sees its corrections.', reads),
  'newsroom.saveCorrection': only('story', 'Whoever reads a correction may ask to change it; it is done for the producer, the editor and the director.', reads, 'admitted'),
  'newsroom.issueCorrection': only('story', 'Whoever reads a correction may ask to issue it; it is done for the producer, the editor and the director.', reads, 'admitted'),
  'newsroom.printCorrection': only('story', 'Whoever reads a correction prints it.', reads),
  'newsroom.getRoyalties': only('nothing', 'A producer sees the royalties of their units.', (who) => serves(who, 'producer')),
  'newsroom.getOwnRoyalties': only('nothing', 'Everybody signed in sees their own royalties.', () => true),
  'newsroom.listRates': only('nothing', 'A producer sees the rates.', (who) => serves(who, 'producer')),
  'newsroom.addRate': only('nothing', 'A producer records a rate.', (who) => serves(who, 'producer'), 'admitted'),
  'newsroom.setShares': only('story', 'The producer of the unit says who shares the royalties of a story.', keeps, 'admitted'),
  'newsroom.closeRoyalties': only('nothing', 'A producer closes a month.', (who) => serves(who, 'producer'), 'admitted'),
  'newsroom.replaceLine': only('unit', 'The producer of the unit corrects a closed line.', keeps, 'admitted'),
  'newsroom.royaltySheet': only('nothing', 'A producer takes the sheet of a month.', (who) => serves(who, 'producer'), 'admitted'),
}
