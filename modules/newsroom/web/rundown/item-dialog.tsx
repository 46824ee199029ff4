import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { Columns, Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { showLength } from '../../domain/rundown/clock.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'
import { rundownText } from './messages.ts'
import type { Item, Rundown } from './rundown-view.ts'
import { TimeField } from './time-field.tsx'
import type { ItemActs, ItemChange } from './use-item-acts.ts'

interface ItemDialogProps {
  item: Item
  rundown: Rundown
  acts: ItemActs
  onClose: () => void
}

/** One item: its times, reader and what may be cut, or what was frozen of it. */
export function ItemDialog({ item, rundown, acts, onClose }: ItemDialogProps) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  return (
    <Dialog title={item.title} onClose={onClose}>
      <div className="td-stack">
        <ErrorNotice error={acts.error} refusals={refusals} />
        {item.frozen !== null && item.frozen.version !== null && (
          <Notice tone={item.story?.changedSince ? 'warn' : 'info'}>
            {words.log.version(item.frozen.version, (item.frozen.hash ?? '').slice(0, 12))} · {showMoment(item.frozen.at)}
          </Notice>
        )}
        {item.can.change ? <ItemForm item={item} rundown={rundown} acts={acts} onDone={onClose} /> : null}
        {item.story !== null && (
          <div>
            <ButtonLink variant="default" to={storyPlace(item.story.id)}>
              {words.openStory}
            </ButtonLink>
          </div>
        )}
        {item.can.remove && (
          <div>
            <Button variant="subtle" color="red" loading={acts.remove.busy} onClick={() => void acts.remove.act({ id: item.id, revision: item.revision }).then((done) => done !== undefined && onClose())}>
              {words.remove}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function ItemForm({ item, rundown, acts, onDone }: { item: Item; rundown: Rundown; acts: ItemActs; onDone: () => void }) {
  const words = useText(rundownText)
  const [draft, setDraft] = useState({ title: item.title, plannedMs: item.plannedMs, filmMs: item.filmMs, fixedStartMs: item.fixedStartMs, readerId: item.reader?.id ?? null, cuttable: item.cuttable, floated: item.floated })
  const [cut, setCut] = useState<readonly string[]>(item.cutBlocks.map(({ id }) => id))
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const time = (key: 'plannedMs' | 'filmMs' | 'fixedStartMs') => ({
    value: draft[key],
    onChange: (ms: number | null, { valid }: { readonly valid: boolean }) => {
      setDraft({ ...draft, [key]: ms })
      setWrong(new Set([...[...wrong].filter((each) => each !== key), ...(valid ? [] : [key])]))
    },
  })
  const submit = () => {
    if (wrong.size > 0 || draft.title.trim() === '') return
    void acts.change.act({ item: { id: item.id, revision: item.revision }, to: changesOf(item, draft, cut) }).then((done) => done !== undefined && onDone())
  }
  const known = rundown.readers.some(({ id }) => id === item.reader?.id) || item.reader === null ? rundown.readers : [item.reader, ...rundown.readers]
  return (
    <Form onSubmit={submit} submitLabel={words.save} busy={acts.change.busy}>
      {item.story === null && <TextField label={words.itemTitle} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} maxLength={300} error={draft.title.trim() === '' ? words.itemTitleNeeded : undefined} />}
      <Columns>
        <TimeField kind="length" label={words.planned} hint={words.lengthHint} wrong={words.lengthNeeded} {...time('plannedMs')} autoFocus />
        <TimeField kind="length" label={words.film} hint={words.filmHint} wrong={words.lengthNeeded} {...time('filmMs')} />
      </Columns>
      <Columns>
        <TimeField kind="clock" label={words.fixedStart} hint={words.fixedHint} wrong={words.clockNeeded} {...time('fixedStartMs')} />
        <PickField label={words.reader} none={words.nobody} value={draft.readerId} onChange={(readerId) => setDraft({ ...draft, readerId })} choices={known.map(({ id, name }) => ({ value: id, label: name }))} />
      </Columns>
      <CheckField label={words.cuttable} value={draft.cuttable} onChange={(cuttable) => setDraft({ ...draft, cuttable })} />
      <CheckField label={words.float} value={draft.floated} onChange={(floated) => setDraft({ ...draft, floated })} />
      {(item.cuttableBlocks.length > 0 || item.cutBlocks.length > 0) && (
        <div role="group" aria-label={words.cutBlocks} className="td-stack-tight">
          <strong>{words.cutBlocks}</strong>
          {item.cuttableBlocks.map((block) => (
            <CheckField key={block.id} label={`${block.start}… (${words.saves(showLength(block.ms))})`} value={cut.includes(block.id)} onChange={(chosen) => setCut(chosen ? [...cut, block.id] : cut.filter((id) => id !== block.id))} />
          ))}
          {item.cutBlocks.map(({ id, start }) => (
            <CheckField key={id} label={`${start}… (${words.isCut})`} value={cut.includes(id)} onChange={(chosen) => setCut(chosen ? [...cut, id] : cut.filter((each) => each !== id))} />
          ))}
        </div>
      )}
    </Form>
  )
}

interface Draft extends Pick<Item, 'title' | 'plannedMs' | 'filmMs' | 'fixedStartMs' | 'cuttable' | 'floated'> {
  readonly readerId: string | null
}

/** Only what was touched is sent: a film measured from the story is not written down by opening its item. */
function changesOf(item: Item, draft: Draft, cut: readonly string[]): ItemChange {
  return {
    ...(draft.title === item.title ? {} : { title: draft.title }),
    ...(draft.plannedMs === item.plannedMs ? {} : { plannedMs: draft.plannedMs }),
    ...(draft.filmMs === item.filmMs ? {} : { filmMs: draft.filmMs }),
    ...(draft.fixedStartMs === item.fixedStartMs ? {} : { fixedStartMs: draft.fixedStartMs }),
    ...(draft.readerId === (item.reader?.id ?? null) ? {} : { readerId: draft.readerId as Id<'person'> | null }),
    ...(draft.cuttable === item.cuttable ? {} : { cuttable: draft.cuttable }),
    ...(draft.floated === item.floated ? {} : { floated: draft.floated }),
    ...(cut.length === item.cutBlocks.length && item.cutBlocks.every(({ id }) => cut.includes(id)) ? {} : { cutBlocks: [...cut] }),
  }
}
