import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { useSession } from '#platform/web/session.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useHotkeys } from '#ui/use-hotkeys.ts'
import { useParam } from '#ui/use-param.ts'
import { showDate } from '#ui/format.ts'
import { msOfDay } from '../../domain/rundown/clock.ts'
import { timeRundown } from '../../domain/rundown/timing.ts'
import { newsroomText } from '../messages.ts'
import { rundownsPlace } from '../places.ts'
import { RundownPrompterLinks } from '../prompter/prompter-links.tsx'
import { AirPanel } from './air-panel.tsx'
import { CutPanel } from './cut-panel.tsx'
import { rundownText } from './messages.ts'
import { RundownActs } from './rundown-acts.tsx'
import { RundownHead } from './rundown-head.tsx'
import { RundownTable } from './rundown-table.tsx'
import { timedItems, type ItemId, type Rundown } from './rundown-view.ts'
import { RundownBadge } from './state-badges.tsx'
import { useFresh } from './use-fresh.ts'
import { useItemActs } from './use-item-acts.ts'
import { useRundown, useServerNow } from './use-rundown.ts'
import c from './rundown.module.css'

// The table stands before their code is read: a fifth of all that the page once brought.
const AddDialog = lazy(async () => ({ default: (await import('./add-dialog.tsx')).AddDialog }))
const ItemDialog = lazy(async () => ({ default: (await import('./item-dialog.tsx')).ItemDialog }))

/** One rundown, as everybody of the newsroom has it open at once. */
export function RundownPage() {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const rundownId = useParam('rundownId') as Id<'rundown'>
  const loaded = useRundown(rundownId)
  const rundown = loaded.data?.id === rundownId ? loaded.data : undefined
  if (rundown !== undefined) return <OpenRundown key={rundownId} rundown={rundown} readAt={loaded.dataUpdatedAt} cutOff={loaded.cutOff} />
  return (
    <Page title={words.title} crumbs={[{ label: words.title, to: rundownsPlace }]}>
      <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
      {loaded.error === null && <LoadingRows rows={8} />}
    </Page>
  )
}

function OpenRundown({ rundown, readAt, cutOff }: { rundown: Rundown; readAt: number; cutOff: boolean }) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const { personId } = useSession()
  const acts = useItemActs(rundown.id)
  const { fresh, said } = useFresh(rundown, personId, words.changedBy)
  const [chosen, setChosen] = useState<ItemId | null>(null)
  const [opened, setOpened] = useState<ItemId | null>(null)
  const [adding, setAdding] = useState(false)
  const now = useServerNow(rundown.now, readAt, rundown.state === 'on_air' || rundown.state === 'locked')
  const nowMs = now === null ? null : msOfDay(now, rundown.date)
  const airMs = rundown.state === 'on_air' ? nowMs : null
  const timed = useMemo(() => timedItems(rundown), [rundown])
  const time = useMemo(() => timeRundown(timed, rundown, airMs), [timed, rundown, airMs])
  const { items } = rundown
  const at = items.findIndex((item) => item.id === chosen)
  const step = (by: number) => {
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)]
    if (next !== undefined) choose(next.id)
  }
  const choose = (id: ItemId) => {
    setChosen(id)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-title="${id}"]`)?.focus())
  }
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const actsNow = useCallback(() => latest.current, [])
  const open = useCallback((id: ItemId) => {
    latest.current.reset()
    setChosen(id)
    setOpened(id)
  }, [])
  const shift = (by: -1 | 1) => {
    const item = items[at]
    const after = by < 0 ? items[at - 2] : items[at + 1]
    if (item?.can.change !== true || at + by < 0 || at + by >= items.length) return
    void acts.move.act({ item: { id: item.id, revision: item.revision }, after: after?.id ?? null })
  }
  const float = () => {
    const item = items[at]
    if (item?.can.change === true) void acts.change.act({ item: { id: item.id, revision: item.revision }, to: { floated: !item.floated } })
  }
  useHotkeys({
    'ArrowDown': () => step(1),
    'j': () => step(1),
    'ArrowUp': () => step(at < 0 ? 1 : -1),
    'k': () => step(at < 0 ? 1 : -1),
    'alt+ArrowUp': () => shift(-1),
    'alt+ArrowDown': () => shift(1),
    'f': float,
    ...(chosen === null ? {} : { Enter: () => setOpened(chosen) }),
  })
  const openItem = items.find((item) => item.id === opened)
  return (
    <Page title={rundown.name} wide mark={<RundownBadge state={rundown.state} />} description={showDate(rundown.date)} crumbs={[{ label: words.title, to: rundownsPlace }]} actions={
        <>
          <RundownPrompterLinks rundownId={rundown.id} name={rundown.name} />
          <RundownActs rundown={rundown} acts={acts} onAdd={() => setAdding(true)} />
        </>
      }>
      {cutOff && <Notice tone="warn">{words.cutOff}</Notice>}
      <p className="td-hidden-text" aria-live="polite">
        {said}
      </p>
      <RundownHead rundown={rundown} time={time} nowMs={nowMs} />
      {opened === null && <ErrorNotice error={acts.error} refusals={refusals} />}
      <CutPanel rundown={rundown} timed={timed} time={time} nowMs={airMs} acts={acts} />
      {items.length === 0 ? (
        <EmptyState title={words.none}>{words.noStories}</EmptyState>
      ) : (
        <RundownTable
          rundown={rundown}
          time={time}
          chosen={chosen}
          fresh={fresh}
          busy={rundown.can.air ? acts.air.busy : acts.change.busy}
          acts={actsNow}
          onChoose={setChosen}
          onOpen={open}
        />
      )}
      {rundown.can.order && items.length > 0 && <p className={`td-quiet td-small ${c.keys}`}>{words.keys}</p>}
      {rundown.can.air && <AirPanel items={items} times={new Map(time.items.map((each) => [each.id, each]))} nowMs={nowMs} acts={acts} />}
      <Suspense>
        {openItem !== undefined && <ItemDialog key={openItem.id} item={openItem} rundown={rundown} acts={acts} onClose={() => setOpened(null)} />}
        {adding && <AddDialog rundown={rundown} after={chosen ?? items.at(-1)?.id ?? null} onAdded={setChosen} onClose={() => setAdding(false)} />}
      </Suspense>
    </Page>
  )
}
