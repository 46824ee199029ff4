import { asId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { nameOfColumn } from '../../domain/sheet-file/sheet-columns.ts'
import { takesPart } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import { keepFile } from '../keep-file.ts'
import { checkFile, type CellProblem, type CheckedSheet } from './check-file.ts'
import { xlsx } from './export-sheets.ts'

const shownProblems = 200

/** Checks a filled-in workbook and keeps it by its content, for the confirmation and the marked copy. No sheet is touched. */
export const checkSheetFile = command(sheetFileRoutes.checkSheetFile, async ({ params, query: asked, body, actor, tx, read, now, files, record }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  if (!(await takesPart(read, actor, campaign))) refuse('platform.not-found')
  const checked = await checkFile(read, actor, campaign, body)
  const importId = await keepFile({ tx, files, tenantId: actor.tenantId, now }, body, xlsx)
  const names = await loadNames(read, actor.tenantId, checked.sheets.flatMap((sheet) => (sheet.outcome === 'closed' ? [] : [sheet.personId])), [], campaign.period.to)
  const count = (outcome: string): number => checked.sheets.filter((sheet) => sheet.outcome === outcome).length
  record({
    action: 'evaluation.sheet-file.checked',
    subject: { kind: 'campaign', id: campaign.id },
    data: { importId, changed: count('changed'), conflict: count('conflict'), problems: checked.problems.length },
  })
  return {
    importId,
    fileName: asked.fileName,
    sheets: checked.sheets.map(({ personId, name, rater, outcome, version, savedSince, changes }) => ({
      // Of a sheet no longer this rater's nothing is told but what her file says.
      person: outcome === 'closed' ? { id: asId<'person'>(personId), fullName: name } : names.person(personId),
      rater,
      outcome,
      version,
      savedSince,
      changes: changes.map(changeView),
    })),
    problems: checked.problems.slice(0, shownProblems).map((problem) => problemView(problem, names)),
  }
})

/** One change as screens show it, in the words of the file. */
export function changeView({ key, column, before, after, conflict }: CheckedSheet['changes'][number]) {
  return { key, header: nameOfColumn(column), before: shown(column, before), after: shown(column, after), conflict }
}

/** One bad cell as screens show it. */
export function problemView({ sheet, ref, personId, header, found, text }: CellProblem, names: Names) {
  return { sheet, cell: ref, person: names.person(personId).fullName, header, found, expected: text }
}

/** A value as the file shows it. */
function shown(column: { readonly choices: readonly { shown: string; value: string }[] | null; readonly number: unknown }, value: string | null): string | null {
  if (value === null) return null
  return column.choices?.find((choice) => choice.value === value)?.shown ?? (column.number === null ? value : value.replace('.', ','))
}
