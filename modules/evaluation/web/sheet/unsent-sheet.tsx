import type { Lane } from '#platform/web/offline/outbox.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { useDifferenceWords } from './difference-words.ts'
import { contentOf, differenceKey, differencesOf, emptyContent, type SubjectSheet } from './sheet-content.ts'
import { UnsentVersions } from './unsent-versions.tsx'

/** Entries that were written on this device and can no longer be stored, because the sheet has gone on meanwhile: both versions side by side. */
export function UnsentSheet({ data, rulebook }: { data: SubjectSheet; rulebook: CompiledRulebook }) {
  const { unsent } = useUnsent()
  const lane = unsent.find(({ key }) => key.startsWith(`sheet/${data.campaign.id}/${data.subject.person.id}/`))
  return lane === undefined ? null : <Versions data={data} rulebook={rulebook} lane={lane} />
}

function Versions({ data, rulebook, lane }: { data: SubjectSheet; rulebook: CompiledRulebook; lane: Lane<unknown> }) {
  const { nameOf, show } = useDifferenceWords(rulebook, data.subject.group)
  const stored = data.sheets.find((sheet) => sheet.rater === lane.about.params['rater'])
  const differences = differencesOf(lane.value() as SheetContent, stored === undefined ? emptyContent : contentOf(stored))
  return <UnsentVersions differences={differences.map((one) => ({ key: differenceKey(one), name: nameOf(one), mine: show(one, 'mine'), theirs: show(one, 'theirs') }))} onDrop={() => lane.discard()} />
}
