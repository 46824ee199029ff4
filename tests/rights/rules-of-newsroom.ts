import { only, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import type { Thing } from './things.ts'
import { serves, servesOver } from './words.ts'

const newsroom = ['reporter', 'editor', 'director', 'producer', 'gallery'] as const

/** Everybody of the newsroom of a unit reads its stories; whose turn it is shows when they save or act. */
const reads = (who: Somebody, { unit }: Thing): boolean => newsroom.some((role) => servesOver(who, role, unit))

/** The producer of the unit or one above keeps its lists. */
const keeps = (who: Somebody, { unit }: Thing): boolean => servesOver(who, 'producer', unit)

/** Whoever writes for the unit looks after its films. */
const writes = (who: Somebody, { unit }: Thing): boolean => (['reporter', 'editor'] as const).some((role) => servesOver(who, role, unit))

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
  'newsroom.listDelegations': only('nothing', 'Everybody signed in sees the delegations from and to themselves; the desk sees all.', () => true),
  'newsroom.recordDelegation': only('nothing', 'Whoever is signed in may ask to delegate; it is done for who approves at that level.', () => true, 'admitted'),
  'newsroom.endDelegation': only('nothing', 'Who delegated and the desk end a delegation; here is one of nobody.', () => false),
  'newsroom.getSigning': only('nothing', 'Everybody signed in sees which levels ask for a new proof.', () => true),
  'newsroom.setSigning': only('nothing', 'Who approves to air says at which levels signing asks for a new proof.', (who) => serves(who, 'director')),
  'newsroom.listLeaders': only('story', 'Whoever reads a story sees who approves to air over it.', reads),
  'newsroom.holdBlock': only('story', 'Whoever reads a story may ask to hold a block; it is done for who may write.', reads, 'admitted'),
  'newsroom.getDesk': only('nothing', 'Everybody of a newsroom sees the columns, categories and programmes it files its work under.', (who) => serves(who, ...newsroom)),
  'newsroom.addHeading': only('unit', 'The producer of the unit or one above keeps its columns, categories and programmes.', keeps),
  'newsroom.renameHeading': only('unit', 'Who keeps a column, category or programme renames it.', keeps),
  'newsroom.endHeading': only('unit', 'Who keeps a column, category or programme ends it.', keeps),
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
  'newsroom.listMedia': only('nothing', 'Whoever belongs to a newsroom lists the films of its units.', (who) => serves(who, ...newsroom)),
  'newsroom.beginUpload': only('story', 'Whoever writes for the unit of a story announces a film for it.', writes, 'admitted'),
  'newsroom.getMedia': only('story', 'Whoever reads the stories of a unit sees its films.', reads),
  'newsroom.uploadOffset': only('story', 'Whoever writes may ask how far an upload has come; it is said to the one who began it, while it goes on.', writes, 'admitted'),
  'newsroom.uploadPart': only('story', 'Whoever writes may send a part; it is taken from the one who began the upload, while it goes on.', writes, 'admitted'),
  'newsroom.dropMedia': only('story', 'Whoever writes for the unit gives up its uploads; what is ready stays.', writes, 'admitted'),
  'newsroom.playMedia': only('story', 'Whoever reads the stories of a unit plays its films.', reads),
  'newsroom.setMediaRights': only('story', 'Whoever writes for the unit says who owns its films and whether they may be aired.', writes, 'admitted'),
  'newsroom.keepPicture': only('story', 'Whoever writes for the unit keeps pictures of its films.', writes, 'admitted'),
  'newsroom.getPicture': only('story', 'Whoever reads the stories of a unit sees the pictures of its films.', reads),
}
