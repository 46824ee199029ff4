import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { withMarks } from '../../domain/media/in-story.ts'
import type { Block } from '../../domain/story/block.ts'
import { mediaText } from './messages.ts'
import type { OnBlocks } from './on-blocks.ts'

/** Marks in and out (điểm vào, điểm ra) in milliseconds; null until set. */
export interface Marks {
  readonly in: number | null
  readonly out: number | null
}

interface FillSoundbiteProps {
  blocks: readonly Block[]
  marks: Marks
  onBlocks: OnBlocks
}

/** The marks go into the soundbite that is chosen: the first without any, unless said otherwise. */
export function FillSoundbite({ blocks, marks, onBlocks }: FillSoundbiteProps) {
  const words = useText(mediaText)
  const soundbites = blocks.flatMap((block, at) => (block.kind === 'soundbite' ? [{ block, number: at + 1 }] : []))
  const [chosen, setChosen] = useState<string | null>(null)
  const target = soundbites.find(({ block }) => block.id === chosen) ?? soundbites.find(({ block }) => block.inMs === null) ?? soundbites[0]
  if (target === undefined) return null
  const backwards = marks.in !== null && marks.out !== null && marks.out <= marks.in
  return (
    <div className="td-stack-tight">
      <SelectField label={words.chooseSoundbite} value={target.block.id} onChange={setChosen} none={null} choices={soundbites.map(({ block, number }) => ({ value: block.id, label: words.soundbite(number, (block.inWords || block.verbatim).slice(0, 50)) }))} />
      {backwards && (
        <Notice tone="bad" alert>
          <p>{words.backwards}</p>
        </Notice>
      )}
      <div>
        <Button
          disabled={marks.in === null || marks.out === null || backwards}
          onClick={() => {
            onBlocks((now) => withMarks(now, target.block.id, marks.in, marks.out))
            toast(words.filled)
          }}
        >
          {words.fill}
        </Button>
      </div>
    </div>
  )
}
