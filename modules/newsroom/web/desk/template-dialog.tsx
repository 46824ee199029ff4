import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '#ui/icons.tsx'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { takesWords, templateKinds, type TemplateBlock } from '../../domain/desk/template.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { newsroomText } from '../messages.ts'
import type { Heading } from './desk-view.ts'
import { deskText } from './messages.ts'
import c from './desk.module.css'

interface Line extends TemplateBlock {
  /** Only for the screen: lines change places. */
  readonly key: number
}

/** Mẫu: the blocks a story of a column begins with, in their order. */
export function TemplateDialog({ heading, onClose }: { heading: Heading; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const kinds = kindNames(useLanguage())
  const refresh = useRefresh()
  const [lines, setLines] = useState<readonly Line[]>(() => heading.template.map((block, key) => ({ ...block, key })))
  const [next, setNext] = useState(heading.template.length)
  const save = useAct(
    (template: readonly TemplateBlock[], options) => call(deskRoutes.saveTemplate, { params: { headingId: heading.id }, body: { template } }, options),
    async () => {
      await refresh(deskRoutes.getDesk)
      toast(words.saved)
      onClose()
    },
  )
  const change = (at: number, change: Partial<TemplateBlock>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...change } : line)))
  const move = (from: number, to: number) => {
    const rest = lines.filter((_, index) => index !== from)
    setLines([...rest.slice(0, to), ...lines.slice(from, from + 1), ...rest.slice(to)])
  }
  const add = () => {
    setLines([...lines, { key: next, kind: lines.length === 0 ? 'greeting' : 'voice_over', text: '' }])
    setNext(next + 1)
  }
  return (
    <Dialog wide title={words.templateOf(heading.name)} onClose={onClose}>
      <Form
        onSubmit={() => void save.act(lines.map(({ kind, text }) => ({ kind, text })))}
        submitLabel={words.save}
        busy={save.busy}
        otherActions={
          <Button type="button" variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={add} disabled={lines.length >= 60}>
            {words.addBlock}
          </Button>
        }
      >
        <p className="td-quiet">{words.templateHint}</p>
        <ErrorNotice error={save.error} refusals={refusals} />
        <ol className={c.lines}>
          {lines.map((line, at) => (
            <li key={line.key}>
              <SelectField label={words.kindOf(at + 1)} value={line.kind} none={null} choices={templateKinds.map((kind) => ({ value: kind, label: kinds[kind] }))} onChange={(kind) => kind !== null && change(at, { kind })} />
              {takesWords(line.kind) ? <TextField label={words.standing(at + 1)} value={line.text} onChange={(text) => change(at, { text })} maxLength={2000} multiline rows={2} /> : <span />}
              <span className={c.moves}>
                <Button type="button" size="compact-sm" variant="subtle" disabled={at === 0} onClick={() => move(at, at - 1)} aria-label={words.up(at + 1)}>
                  <IconArrowUp size={16} aria-hidden="true" />
                </Button>
                <Button type="button" size="compact-sm" variant="subtle" disabled={at === lines.length - 1} onClick={() => move(at, at + 1)} aria-label={words.down(at + 1)}>
                  <IconArrowDown size={16} aria-hidden="true" />
                </Button>
                <Button type="button" size="compact-sm" variant="subtle" color="red" onClick={() => setLines(lines.filter((each) => each !== line))} aria-label={words.drop(at + 1)}>
                  <IconTrash size={16} aria-hidden="true" />
                </Button>
              </span>
            </li>
          ))}
        </ol>
      </Form>
    </Dialog>
  )
}
