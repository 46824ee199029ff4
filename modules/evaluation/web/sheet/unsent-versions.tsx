import { Button } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { sheetText } from './messages.ts'
import type { ShownDifference } from './versions-dialog.tsx'

/** What was written on this device and can no longer be stored, beside what is; dropped only by the one who wrote it. */
export function UnsentVersions({ differences, about, onDrop }: { differences: readonly ShownDifference[]; about?: string; onDrop: () => void }) {
  const { unsent: words, conflict } = useText(sheetText)
  const title = about === undefined ? words.title : `${words.title}: ${about}`
  return (
    <Notice tone="warn" title={title} alert>
      <p>{words.body}</p>
      <DataTable
        caption={title}
        rows={differences}
        rowKey={(one) => one.key}
        columns={[
          { key: 'entry', header: conflict.field, lead: true, cell: (one) => one.name },
          { key: 'mine', header: conflict.mine, cell: (one) => one.mine },
          { key: 'theirs', header: conflict.theirs, cell: (one) => one.theirs },
        ]}
      />
      <div>
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {words.drop}
        </Button>
      </div>
    </Notice>
  )
}
