import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { lazy, Suspense, useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { newsroomText } from '../messages.ts'
import { airingsPlace } from '../places.ts'
import { rundownText } from './messages.ts'
import type { Rundown } from './rundown-view.ts'
import type { ItemActs } from './use-item-acts.ts'

const HeadDialog = lazy(async () => ({ default: (await import('./head-dialog.tsx')).HeadDialog }))

/** What may be done with the rundown itself. */
export function RundownActs({ rundown, acts, onAdd }: { rundown: Rundown; acts: ItemActs; onAdd: () => void }) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [open, setOpen] = useState<'head' | 'finish' | null>(null)
  const save = useAct(
    (head: { name: string; startMs: number; outMs: number | null }, options) => call(rundownRoutes.saveRundown, { params: { rundownId: rundown.id }, body: { ...head, revision: rundown.revision } }, options),
    async () => {
      await refresh(rundownRoutes.getRundown)
      setOpen(null)
      toast(words.saved)
    },
  )
  return (
    <>
      <ButtonLink variant="subtle" to={airingsPlace} search={{ rundown: rundown.id }}>
        {words.asRun}
      </ButtonLink>
      {rundown.can.order && (
        <Button variant="default" onClick={() => setOpen('head')}>
          {words.edit}
        </Button>
      )}
      {rundown.can.acts.map((name) => (
        <Button key={name} variant={name === 'lock' ? 'filled' : 'default'} loading={acts.act.busy} onClick={() => (name === 'finish' ? setOpen('finish') : void acts.act.act(name))}>
          {words.acts[name]}
        </Button>
      ))}
      {rundown.can.add && (
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={onAdd}>
          {words.add}
        </Button>
      )}
      <Suspense>
        {open === 'head' && <HeadDialog title={words.edit} withDate={false} begin={rundown} busy={save.busy} error={save.error} onSave={({ name, startMs, outMs }) => void save.act({ name, startMs, outMs })} onClose={() => setOpen(null)} />}
      </Suspense>
      {open === 'finish' && (
        <ConfirmDialog
          title={words.acts.finish}
          confirmLabel={words.acts.finish}
          danger
          refusals={refusals}
          onClose={() => setOpen(null)}
          onConfirm={async () => {
            await call(rundownRoutes.actOnRundown, { params: { rundownId: rundown.id }, body: { act: 'finish' } })
            await refresh(rundownRoutes.getRundown)
            toast(words.actsDone.finish)
          }}
        >
          <p>{words.finishSure}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
