import { Button } from '@mantine/core'
import { IconChevronsDown, IconChevronsUp, IconMinus, IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlus } from '#ui/icons.tsx'
import type { Id } from '#kernel/id.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { speedStep, speedWithin, usualSpeed } from '../../domain/prompter/state.ts'
import { newsroomText } from '../messages.ts'
import { rundownPlace } from '../places.ts'
import { prompterText } from './messages.ts'
import { promptedItems, type PrompterItem } from './screen-lines.ts'
import { usePrompterLink } from './use-prompter-link.ts'
import c from './remote.module.css'

/** Điều khiển từ xa: a phone or another machine moves every prompter of a rundown. */
export function PrompterRemotePage() {
  const words = useText(prompterText)
  const { refusals } = useText(newsroomText)
  const rundownId = useParam('rundownId') as Id<'rundown'>
  const { data, error, refetch } = useLoad(prompterRoutes.getRundownPrompter, { params: { rundownId } })
  const refresh = useRefresh()
  const control = data?.can.control ?? false
  const { order, linked, state } = usePrompterLink({ rundownId, together: true, control, place: null, onOrder: () => undefined, onPosition: () => undefined, onShown: () => void refresh(prompterRoutes.getRundownPrompter) })
  const items = data === undefined ? [] : promptedItems(data)
  const here = itemOf(items, state?.at?.placeId)
  const running = state?.running ?? false
  const speed = state?.speed ?? usualSpeed
  const jump = (at: number) => {
    const item = items[at]
    if (item !== undefined) order({ to: { placeId: item.id, word: 0 } })
  }
  return (
    <Page title={words.remote} description={words.remoteBody} narrow crumbs={[{ label: data?.title ?? words.rundown, to: rundownPlace(rundownId) }]}>
      <ErrorNotice error={error} refusals={refusals} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={6} />}
      {data !== undefined && !control && <Notice>{words.readOnly}</Notice>}
      {!linked && <Notice tone="warn">{words.unlinked}</Notice>}
      {data !== undefined && (
        <div className="td-stack">
          <div className={c.main} role="group" aria-label={words.controls}>
            <Button size="xl" className={c.run} data-running={running} fullWidth disabled={!control} leftSection={running ? <IconPlayerPauseFilled aria-hidden="true" /> : <IconPlayerPlayFilled aria-hidden="true" />} onClick={() => order({ running: !running })}>
              {running ? words.stop : words.run}
            </Button>
            <div className={c.pair}>
              <Button size="lg" variant="default" disabled={!control} aria-label={words.slower} onClick={() => order({ speed: speedWithin(speed - speedStep) })}>
                <IconMinus aria-hidden="true" />
              </Button>
              <strong role="status">{words.speed(speed)}</strong>
              <Button size="lg" variant="default" disabled={!control} aria-label={words.faster} onClick={() => order({ speed: speedWithin(speed + speedStep) })}>
                <IconPlus aria-hidden="true" />
              </Button>
            </div>
            <div className={c.both}>
              <Button size="lg" variant="default" disabled={!control || here <= 0} leftSection={<IconChevronsUp aria-hidden="true" />} onClick={() => jump(here - 1)}>
                {words.previousItem}
              </Button>
              <Button size="lg" variant="default" disabled={!control || here >= items.length - 1} leftSection={<IconChevronsDown aria-hidden="true" />} onClick={() => jump(here + 1)}>
                {words.nextItem}
              </Button>
            </div>
          </div>
          <section className="td-panel">
            <h2>{words.items}</h2>
            <ol className={c.items}>
              {items.map((item, at) => (
                <li key={item.id}>
                  <button type="button" disabled={!control} aria-current={at === here ? 'step' : undefined} title={words.jumpTo(item.title)} onClick={() => jump(at)}>
                    <span>
                      {at + 1}. {item.title}
                    </span>
                    <ItemBadge item={item} />
                  </button>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Page>
  )
}

function ItemBadge({ item }: { item: PrompterItem }) {
  const words = useText(prompterText)
  if (item.leave === 'none') return <StatusBadge tone="bad">{words.hidden}</StatusBadge>
  if (item.leave === 'air_first') return <StatusBadge tone="bad">{words.signLater}</StatusBadge>
  if (item.stage === 'on_air') return <StatusBadge tone="good">{words.onAir}</StatusBadge>
  return item.stage === 'next' ? <StatusBadge tone="info">{words.next}</StatusBadge> : null
}

/** The item a place is in; -1 while nobody has said a place. */
function itemOf(items: readonly PrompterItem[], placeId: string | undefined): number {
  return placeId === undefined ? -1 : items.findIndex((item) => item.id === placeId || item.content?.blocks.some((block) => block.id === placeId))
}
