import type { OwnRecord } from '#kernel/own-record.ts'
import { ownKinships, ownMeetings, ownPapers, ownRatings, ownReminders } from './own-part.ts'
import { ownResults } from './own-results.ts'
import { ownSheets } from './own-sheets.ts'
import { ownEvidence, ownTasks } from './own-tasks.ts'
import { asSubject, type OwnContext } from './subject.ts'

/** What the module holds of a person, by class of records. */
export type OwnEvaluation = Readonly<Record<'tasks' | 'evidence' | 'sheets' | 'ratings' | 'kinship' | 'results' | 'petitions' | 'papers' | 'meetings', readonly OwnRecord[]>>

/**
 * Everything the module holds of the person who asks (dữ liệu của mình), as that person may see it: files are read through
 * the same queries as on the screen, by somebody who is nothing but their subject, so that points not made known yet and
 * those who gave them without a name stay out here exactly where they stay out there.
 */
export async function ownEvaluationRecords(context: OwnContext): Promise<OwnEvaluation> {
  const subject = asSubject(context)
  const { results, petitions } = await ownResults(subject)
  return {
    tasks: await ownTasks(subject),
    evidence: await ownEvidence(subject),
    sheets: [...(await ownSheets(subject)), ...(await ownReminders(subject))],
    ratings: await ownRatings(subject),
    kinship: await ownKinships(subject),
    results,
    petitions,
    papers: await ownPapers(subject),
    meetings: await ownMeetings(subject),
  }
}
