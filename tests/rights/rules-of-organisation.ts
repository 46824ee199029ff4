import { only, type Lines } from './line.ts'
import type { Somebody, Place } from './people.ts'
import { belongs, serves, servesAll, servesOver, worksHere } from './words.ts'

const officerOver = (who: Somebody, { unit }: { unit: Place }): boolean => servesOver(who, 'officer', unit)
const officer = (who: Somebody): boolean => serves(who, 'officer')
const officerOfAll = (who: Somebody): boolean => servesAll(who, 'officer')
const inspects = (who: Somebody): boolean => serves(who, 'administrator', 'auditor')

/** Units, posts and people; the ledger; the state of the installation. */
export const rulesOfOrganisation: Lines = {
  'organisation.getUnitTree': only('nothing', 'Whoever belongs to the committee reads its tree of units.', belongs),
  'organisation.getUnit': only('unit', 'Whoever belongs to the committee reads about a unit of it.', belongs),
  'organisation.changeUnits': only('unit', 'The personnel officer of the unit or above it reorganises it.', officerOver, 'admitted'),
  'organisation.correctUnit': only('unit', 'The personnel officer of the unit or above it corrects its name.', officerOver, 'admitted'),
  'organisation.createPost': only('unit', 'The personnel officer of the unit or above it creates posts in it.', officerOver, 'admitted'),
  'organisation.changePost': only('unit', 'The personnel officer of the unit or above it changes its posts.', officerOver, 'admitted'),
  'organisation.listPeople': only('nothing', 'Whoever belongs to the committee lists its people, as far as they may see.', belongs),
  'organisation.search': only('nothing', 'Whoever belongs to the committee searches, as far as they may see.', belongs),
  'organisation.getPerson': only(
    'unit',
    'Whoever works here sees who a person is; a role given over other units only does not show it; everybody sees themselves.',
    (who, { unit, subject }) => who.ours && (who.person === subject || worksHere(who) || (['administrator', 'officer', 'decider', 'auditor'] as const).some((role) => servesOver(who, role, unit))),
  ),
  'organisation.createPerson': only('nothing', 'A personnel officer adds people.', officer, 'admitted'),
  'organisation.changePerson': only('unit', 'The personnel officer of a unit the person held a post in changes their particulars.', officerOver, 'admitted'),
  'organisation.appoint': only('unit', 'The personnel officer of the unit or above it appoints to its posts.', officerOver, 'admitted'),
  'organisation.changeHolding': only('unit', 'The personnel officer of the unit or above it corrects who held its posts.', officerOver, 'admitted'),
  'organisation.removeHolding': only('unit', 'The personnel officer of the unit or above it removes what was entered by mistake.', officerOver, 'admitted'),
  'organisation.addAbsence': only('unit', 'The personnel officer of the person’s unit records absences.', officerOver, 'admitted'),
  'organisation.changeAbsence': only('unit', 'The personnel officer of the person’s unit corrects absences.', officerOver, 'admitted'),
  'organisation.removeAbsence': only('unit', 'The personnel officer of the person’s unit removes absences.', officerOver, 'admitted'),
  'organisation.downloadTemplate': only('nothing', 'A personnel officer takes the empty workbook.', officer),
  'organisation.exportAll': only('nothing', 'Only the personnel officer of the whole committee exports everybody.', officerOfAll),
  'organisation.uploadImport': only('nothing', 'Only the personnel officer of the whole committee imports.', officerOfAll, 'admitted'),
  'organisation.listImports': only('nothing', 'Only the personnel officer of the whole committee sees imports.', officerOfAll),
  'organisation.getImport': only('unit', 'Only the personnel officer of the whole committee sees an import.', officerOfAll),
  'organisation.listImportRows': only('unit', 'Only the personnel officer of the whole committee sees the rows of an import.', officerOfAll),
  'organisation.confirmImport': only('unit', 'Only the personnel officer of the whole committee confirms an import.', officerOfAll, 'admitted'),
  'organisation.discardImport': only('unit', 'Only the personnel officer of the whole committee discards an import.', officerOfAll, 'admitted'),

  'ledger.ledgerState': only('nothing', 'Administrators and inspectors see how far the ledger is sealed.', inspects),
  'ledger.listEntries': only('nothing', 'Administrators and inspectors read the ledger.', inspects),
  'ledger.exportLedger': only('nothing', 'Administrators and inspectors export the ledger, with a second person.', inspects, 'admitted'),
  'ledger.recordReadings': only('nothing', 'Whoever belongs to the committee sees who read their own record.', belongs),
  'operations.operationsStatus': only('nothing', 'Administrators see the state of the installation.', (who) => serves(who, 'administrator')),
}
