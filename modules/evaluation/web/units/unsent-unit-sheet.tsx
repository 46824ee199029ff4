import type { Lane } from '#platform/web/offline/outbox.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { unitSheetKeys } from '../offline/send-unit-sheet.ts'
import { UnsentVersions } from '../sheet/unsent-versions.tsx'
import type { UnitFile } from './round-types.ts'
import { emptyUnitContent, unitContentOf, type UnitSheetContent } from './unit-content.ts'
import { useUnitEntryWords } from './unit-entry-words.ts'

/** Entries on an organisation that were written on this device and can no longer be stored: beside what is. */
export function UnsentUnitSheet({ file, rulebook }: { file: UnitFile; rulebook: CompiledRulebook }) {
  const { unsent } = useUnsent()
  const lane = unsent.find(({ key }) => key.startsWith(unitSheetKeys(file.campaign.id, file.node.unit.id)))
  return lane === undefined ? null : <Versions file={file} rulebook={rulebook} lane={lane} />
}

function Versions({ file, rulebook, lane }: { file: UnitFile; rulebook: CompiledRulebook; lane: Lane<unknown> }) {
  const { differences } = useUnitEntryWords(rulebook, file.group)
  const stored = file.sheets.find((sheet) => sheet.rater === lane.about.params['rater'])
  return <UnsentVersions differences={differences(lane.value() as UnitSheetContent, stored === undefined ? emptyUnitContent : unitContentOf(stored))} onDrop={() => lane.discard()} />
}
