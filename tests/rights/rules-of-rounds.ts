import { only, whenever, type Answer, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import { runs } from './rules-of-campaigns.ts'
import type { Thing } from './things.ts'
import { belongs, mayDecide, worksHere, worksInBody } from './words.ts'

const roundMade = ({ round }: Thing): boolean => round === 'published' || round === 'closed'
const isUnit = (who: Somebody, thing: Thing): boolean => belongs(who) && who.person !== null && who.person === thing.unitSelf
const recognises = (who: Somebody, thing: Thing): boolean => belongs(who) && who.person !== null && who.person === thing.recogniser && who.person !== thing.unitSelf
const roundOpened = ({ round }: Thing): boolean => round !== 'draft'
const knowsFile = (who: Somebody, thing: Thing): boolean => runs(who) || (roundOpened(thing) && (isUnit(who, thing) || recognises(who, thing))) || (roundMade(thing) && worksInBody(who))
const hasSheets = (who: Somebody, thing: Thing): boolean => runs(who) || (roundOpened(thing) && (isUnit(who, thing) || recognises(who, thing)))
const unitAt = (thing: Thing, ...statuses: readonly Thing['unitFile'][]): boolean => thing.round === 'running' && statuses.includes(thing.unitFile)
const roundAt = (...statuses: readonly Thing['round'][]) => ({ round }: Thing): boolean => statuses.includes(round)
const ownUnit = (who: Somebody, thing: Thing): boolean => worksHere(who) && roundOpened(thing) && isUnit(who, thing)

/** Rounds that rate organisations. */
export const rulesOfRounds: Lines = {
  'evaluation.listUnitCampaigns': only('nothing', 'Whoever belongs to the committee lists the rounds they know.', belongs),
  'evaluation.createUnitCampaign': only('unit', 'A personnel officer of the scope drafts a round over it.', runs, 'admitted'),
  'evaluation.getUnitCampaign': only('round', 'Known to who runs it, to whom it names once open, to colleagues once made known.', (who, thing) => knowsFile(who, thing) || (roundOpened(thing) && belongs(who) && who.person !== null && thing.namedInRound.includes(who.person))),
  'evaluation.changeUnitCampaign': whenever('round', 'Who runs it changes it until it is closed or cancelled.', runs, roundAt('draft', 'running', 'published'), 'admitted'),
  'evaluation.actOnUnitCampaign': whenever('round', 'Who runs it cancels it before it is made known.', runs, roundAt('draft', 'running'), 'admitted'),
  'evaluation.resolveUnitsAgain': whenever('round', 'Who runs it resolves a draft again.', runs, roundAt('draft'), 'admitted'),
  'evaluation.adjustUnit': whenever('round', 'Who runs it adjusts files of a draft.', runs, roundAt('draft'), 'admitted'),
  'evaluation.getUnitFile': only('round', 'A file is for the organisation, its recogniser, the personnel body; once made known for colleagues, in words.', knowsFile),
  'evaluation.saveUnitSheet': whenever('round', 'The organisation writes its own sheet while it is its turn.', ownUnit, (thing) => unitAt(thing, 'self_scoring'), 'admitted'),
  'evaluation.actOnUnitFile': whenever('round', 'The organisation sends its own sheet on while it is its turn.', ownUnit, (thing) => unitAt(thing, 'self_scoring'), 'admitted'),
  'evaluation.returnUnitSheet': {
    about: 'round',
    says: 'The recogniser sends back to the organisation, the personnel body to the recogniser; both hold a post.',
    answer: (who, thing): Answer => {
      if (!worksHere(who) || !hasSheets(who, thing)) return 'hidden'
      return (recognises(who, thing) && unitAt(thing, 'scoring')) || (runs(who) && unitAt(thing, 'scored')) ? 'admitted' : 'refused'
    },
  },
  'evaluation.decideUnit': whenever('round', 'The recogniser decides once the organisation is scored.', (who, thing) => mayDecide(who) && roundOpened(thing) && recognises(who, thing), (thing) => unitAt(thing, 'scored', 'decided'), 'admitted'),
  'evaluation.replaceUnitLevel': whenever('round', 'The recogniser corrects a published level by a replacing decision.', (who, thing) => mayDecide(who) && roundOpened(thing) && recognises(who, thing), ({ round, unitFile }) => round === 'published' && unitFile === 'published', 'admitted'),
  'evaluation.unitForm': only('round', 'Printed by whoever has the sheets.', hasSheets, 'admitted'),
}
