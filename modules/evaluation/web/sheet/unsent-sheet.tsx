import { Button } from '@mantine/core'
import type { Lane } from '#platform/web/offline/outbox.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { useDifferenceWords } from './difference-words.ts'
import { sheetText } from './messages.ts'
import { contentOf, differenceKey, differencesOf, emptyContent, type SubjectSheet } from './sheet-content.ts'

/** Entries that were written on this device and can no longer be stored, because the sheet has gone on meanwhile: both versions side by side. */
export function UnsentSheet({ data, rulebook }: { data: SubjectSheet; rulebook: CompiledRulebook }) {
  const { unsent } = useUnsent()
  const lane = unsent.find(({ key }) => key.startsWith(`sheet/${data.campaign.id}/${data.subject.person.id}/`))
  return lane === undefined ? null : <Versions data={data} rulebook={rulebook} lane={lane} />
}

function Versions({ data, rulebook, lane }: { data: SubjectSheet; rulebook: CompiledRulebook; lane: Lane<unknown> }) {
  const { unsent: words, conflict } = useText(sheetText)
  const { nameOf, show } = useDifferenceWords(rulebook, data.subject.group)
  const stored = data.sheets.find((sheet) => sheet.rater === lane.about.params['rater'])
  const differences = differencesOf(lane.value() as SheetContent, stored === undefined ? emptyContent : contentOf(stored))
  return (
    <Notice tone="warn" title={words.title} alert>
      <p>{words.body}</p>
      <DataTable
        caption={words.title}
        rows={differences}
        rowKey={differenceKey}
        columns={[
          { key: 'entry', header: conflict.field, lead: true, cell: nameOf },
          { key: 'mine', header: conflict.mine, cell: (one) => show(one, 'mine') },
          { key: 'theirs', header: conflict.theirs, cell: (one) => show(one, 'theirs') },
        ]}
      />
      <div>
        <Button size="compact-sm" variant="default" onClick={() => lane.discard()}>
          {words.drop}
        </Button>
      </div>
    </Notice>
  )
}
