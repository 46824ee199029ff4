import { Button } from '@mantine/core'
import { IconPrinter } from '#ui/icons.tsx'
import { memo } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import type { Heading } from '../desk/desk-view.ts'
import { HeadingField } from '../desk/heading-field.tsx'
import { ExportMenu } from '../exchange/export-menu.tsx'
import { newsroomText } from '../messages.ts'
import { StoryPrompterLinks } from '../prompter/prompter-links.tsx'
import type { Story, StoryContent } from './story-view.ts'

interface StoryActionsProps {
  story: Story
  title: string
  /** Stores what is being written first. */
  flush: () => Promise<unknown>
}

/** What may be done with a story's words as they are saved: printed, read from the prompter, sent out. */
export const StoryActions = memo(function StoryActions({ story, title, flush }: StoryActionsProps) {
  const words = useText(newsroomText)
  const print = useAct(async () => {
    await flush()
    const file: unknown = await call(storyRoutes.printStory, { params: { storyId: story.id } })
    if (file instanceof Blob) saveFile(file, `${proposeSlug(title) || 'kich-ban'}.pdf`)
  })
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden="true" />} loading={print.busy} onClick={() => void print.act(null)}>
        {words.printButton}
      </Button>
      <StoryPrompterLinks storyId={story.id} title={title} flush={flush} />
      <ExportMenu story={story} title={title} flush={flush} />
      <ErrorNotice error={print.error} refusals={words.refusals} />
    </>
  )
})

interface StoryHeadProps extends Pick<StoryContent, 'title' | 'column' | 'category'> {
  headings: readonly Heading[]
  today: CalendarDate
  onChange: (part: Partial<StoryContent>) => void
}

/** The heading of a story, its column and category. */
export const StoryHead = memo(function StoryHead({ title, column, category, headings, today, onChange }: StoryHeadProps) {
  const words = useText(newsroomText)
  const orNone = (text: string) => (text === '' ? null : text)
  return (
    <section className="td-panel td-stack">
      <TextField label={words.heading} value={title} onChange={(text) => onChange({ title: text })} maxLength={300} />
      <Columns>
        <HeadingField label={words.column} kind="column" headings={headings} today={today} value={column ?? ''} onChange={(text) => onChange({ column: orNone(text) })} />
        <HeadingField label={words.category} kind="category" headings={headings} today={today} value={category ?? ''} onChange={(text) => onChange({ category: orNone(text) })} />
      </Columns>
    </section>
  )
})
