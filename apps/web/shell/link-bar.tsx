import { useEffect, useState } from 'react'
import { signInRoutes } from '#modules/accounts/contract/sign-in-routes.ts'
import { call } from '#platform/web/client.ts'
import { useLinkDown } from '#platform/web/offline/link.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { PageBar } from '#ui/page-bar.tsx'
import { useText } from '#ui/text.ts'
import { shellText } from './messages.ts'
import c from './link-bar.module.css'

/** Where unsent changes are listed. */
export const unsentPlace = '/unsent'

const probeMs = 5_000
const usualSavingMs = 4_000

/** Above every page while the server cannot be reached or changes wait to be sent: `Không có kết nối · 2 thay đổi chưa gửi`. */
export function LinkBar() {
  const words = useText(shellText)
  const down = useLinkDown()
  const { outbox, unsent } = useUnsent()
  const waits = useLasting(unsent.length > 0, usualSavingMs)
  const refused = unsent.some((lane) => lane.progress().status === 'refused')
  useProbe(down)
  useCloseWarning(unsent.length > 0 && !outbox.durable)
  if (!down && !waits && !refused) return null
  return (
    <PageBar tone={refused ? 'bad' : 'warn'} to={unsentPlace} link={words.unsentOpen}>
      {[...(down ? [words.linkDown] : []), ...(unsent.length > 0 ? [words.unsentCount(unsent.length)] : []), ...(refused ? [words.unsentRefused] : [])].join(' · ')}
      {unsent.length > 0 && !outbox.durable && <span className={c.detail}>{words.notDurable}</span>}
    </PageBar>
  )
}

/** True once something has lasted: every save of an entry is unsent for a moment. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => setLasting(true), ms)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [now, ms])
  return now && lasting
}

/** While the link is down asks now and then whether the server is there; its answer says so by itself. */
function useProbe(down: boolean): void {
  useEffect(() => {
    if (!down) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') call(signInRoutes.session, {}, { signal: AbortSignal.timeout(4 * probeMs) }).catch(() => undefined)
    }, probeMs)
    return () => clearInterval(timer)
  }, [down])
}

/** Work that dies with the window is not closed without a question. */
function useCloseWarning(when: boolean): void {
  useEffect(() => {
    if (!when) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [when])
}
