import { useEffect, useRef, useState } from 'react'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { rundownEventsPath } from '../../contract/rundown-events.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { hearRundown } from './hear-rundown.ts'
import type { Rundown } from './rundown-view.ts'

/** Ours: a cut is said only once it lasts; a browser connects again within seconds. */
const silenceMs = 4000
const refusedMs = 10_000

/** A rundown that follows what others do. `cutOff` while the server cannot be heard. */
export function useRundown(rundownId: Rundown['id']) {
  const loaded = useLoad(rundownRoutes.getRundown, { params: { rundownId } })
  const { accountId } = useSession()
  const refresh = useRefresh()
  const [cutOff, setCutOff] = useState(false)
  const known = useRef<string | undefined>(undefined)
  known.current = loaded.data?.stamp
  const ready = loaded.data !== undefined
  useEffect(() => {
    if (!ready) return undefined
    let silent: ReturnType<typeof setTimeout> | undefined
    const end = hearRundown(rundownEventsPath, rundownId, accountId, refusedMs, {
      onData: (stamp) => {
        if (stamp !== known.current) void refresh(rundownRoutes.getRundown)
      },
      onOpen: () => {
        clearTimeout(silent)
        silent = undefined
        setCutOff(false)
      },
      onLost: () => {
        silent ??= setTimeout(() => setCutOff(true), silenceMs)
      },
    })
    return () => {
      clearTimeout(silent)
      end()
    }
  }, [ready, rundownId, accountId, refresh])
  return { ...loaded, cutOff }
}

/** The server's clock, a second at a time; null while nobody needs it. */
export function useServerNow(serverNow: string | undefined, readAt: number, running: boolean): Date | null {
  const [here, setHere] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setHere(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  if (!running || serverNow === undefined) return null
  return new Date(Math.max(here, readAt) + Date.parse(serverNow) - readAt)
}
