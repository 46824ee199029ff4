import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as newScreenId } from 'uuid'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import type { PromptPlace } from './places.ts'
import { hearPrompter, type PrompterState } from './prompter-events.ts'

/** What a screen tells the others. */
export interface PrompterOrder {
  readonly running?: boolean
  readonly speed?: number
  readonly to?: PromptPlace
}

/** What a screen does with what it hears. */
export interface LinkedScreen {
  readonly rundownId: Id<'rundown'> | null
  /** Runs with the others. */
  readonly together: boolean
  readonly control: boolean
  /** Null for a remote, which has no place of its own. */
  readonly place: (() => PromptPlace) | null
  onOrder(state: PrompterState, how: 'join' | 'jump' | 'stay'): void
  /** Where the leading screen is: while all run, about where this one should be; at rest, exactly there. */
  onPosition(place: PromptPlace, running: boolean): void
  onShown(): void
}

const reportMs = 500
/** A little longer than the server waits before it lets another lead. */
const silentMs = 3500

/** Joins a screen or a remote to the prompters of a rundown; answers how to order them, and whether the server can be heard. */
export function usePrompterLink(screen: LinkedScreen): { readonly order: (order: PrompterOrder) => void; readonly linked: boolean; readonly state: PrompterState | null } {
  const { accountId } = useSession()
  const [screenId] = useState(() => newScreenId())
  const [linked, setLinked] = useState(true)
  const [state, setState] = useState<PrompterState | null>(null)
  const latest = useRef(screen)
  latest.current = screen
  const known = useRef<{ shown: string | null; state: PrompterState | null; leads: boolean | null; heard: number; sent: string }>({ shown: null, state: null, leads: null, heard: 0, sent: '' })
  const waiting = useRef<PrompterOrder | null>(null)
  const sending = useRef(false)
  const { rundownId, together } = screen

  const hear = useCallback(
    (next: PrompterState) => {
      const { state: before } = known.current
      if (before !== null && next.orders < before.orders) return
      known.current.state = next
      setState(next)
      const { together: joined, onOrder, onPosition } = latest.current
      if (!joined) return
      const foreign = next.leader !== null && next.leader !== screenId
      if (before === null) {
        if (foreign) known.current = { ...known.current, leads: false, heard: Date.now() }
        return onOrder(next, 'join')
      }
      const jumps = next.jumps > before.jumps
      if (next.orders > before.orders && next.orderedBy !== screenId) onOrder(next, jumps ? 'jump' : 'stay')
      const moved = next.at !== null && (next.at.placeId !== before.at?.placeId || next.at.word !== before.at.word)
      const stopped = before.running && !next.running
      if (!foreign || !(moved || stopped) || jumps || next.at === null) return
      if (moved) known.current = { ...known.current, leads: false, heard: Date.now() }
      onPosition(next.at, next.running)
    },
    [screenId],
  )

  useEffect(() => {
    if (rundownId === null) return undefined
    known.current.state = null
    return hearPrompter(
      rundownId,
      accountId,
      ({ shown, state: next }) => {
        if (known.current.shown !== null && known.current.shown !== shown) latest.current.onShown()
        known.current.shown = shown
        hear(next)
      },
      setLinked,
    )
  }, [rundownId, accountId, together, hear])

  useEffect(() => {
    if (rundownId === null || !together) return undefined
    const report = async () => {
      const { control, place } = latest.current
      const { state: now, leads, heard, sent } = known.current
      if (!control || place === null || now === null || sending.current) return
      const at = place()
      // Under another order it is said again: what crossed with the order counted for nothing.
      const text = `${now.orders} ${at.placeId} ${at.word}`
      if (at.placeId === '' || text === sent || (leads === false && Date.now() - heard < silentMs)) return
      known.current.sent = text
      try {
        known.current.leads = (await call(prompterRoutes.reportPrompter, { params: { rundownId }, body: { screen: screenId, orders: now.orders, at } })).leads
      } catch {
        known.current.sent = ''
      }
    }
    const timer = setInterval(() => void report(), reportMs)
    return () => clearInterval(timer)
  }, [rundownId, together, screenId])

  const order = useCallback(
    (next: PrompterOrder) => {
      const { together: joined, control } = latest.current
      if (rundownId === null || !joined || !control) return
      waiting.current = { ...waiting.current, ...next }
      if (sending.current) return
      const send = async () => {
        sending.current = true
        while (waiting.current !== null) {
          const body = waiting.current
          waiting.current = null
          try {
            hear(await call(prompterRoutes.orderPrompter, { params: { rundownId }, body: { screen: screenId, ...body } }))
          } catch {
            // Without a link this screen has done it; the others hear of it with the next order.
          }
        }
        sending.current = false
      }
      void send()
    },
    [rundownId, screenId, hear],
  )
  return { order, linked, state }
}
