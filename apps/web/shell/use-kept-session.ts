import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Session } from '#modules/accounts/contract/routes.ts'
import { signInRoutes } from '#modules/accounts/contract/sign-in-routes.ts'
import { keyOf } from '#platform/web/load.ts'
import { watchDeviceDestroyed, type Device } from '#platform/web/offline/device.ts'
import { keepAnswer } from '#platform/web/offline/kept-reads.ts'
import { isLinkDown, watchLink } from '#platform/web/offline/link.ts'
import type { SignedIn } from '#platform/web/session.ts'
import { keepAheadOfTime } from '../modules.ts'

/** After the first screen stands, so that nothing of it waits for what may be needed later. */
const restMs = 5_000
/** Nor does a key: the pages fetched take a weak processor half a second. */
const keyRestMs = 2_000

/** Keeps who is signed in on the device and what they need without a link; reads again what failed when the link is back. */
export function useKeptSession(device: Promise<Device>, session: SignedIn): void {
  const { accountId } = session
  const client = useQueryClient()
  useEffect(() => watchDeviceDestroyed(accountId, () => location.assign('/')), [accountId])
  useEffect(
    () =>
      watchLink(() => {
        const [session] = keyOf(signInRoutes.session)
        if (!isLinkDown()) void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' && query.queryKey[0] !== session })
      }),
    [client],
  )
  useEffect(() => {
    const asked = client.getQueryState<Session>(keyOf(signInRoutes.session))
    // Only what the server has just said: not what was kept, nor again under a later date.
    if (asked?.status !== 'success' || asked.fetchStatus !== 'idle' || asked.data === undefined) return
    const { data } = asked
    void device.then(({ vault }) => keepAnswer(vault, signInRoutes.session, {}, data))
    return whenNobodyWrites(() => {
      // Whatever cannot be read now is read when its screen is opened.
      void device.then(({ vault }) => (!isLinkDown() ? keepAheadOfTime(vault, session.today).catch(() => undefined) : undefined))
    })
  }, [client, device, session])
}

function whenNobodyWrites(act: () => void): () => void {
  let keyAt = -Infinity
  const heard = ({ timeStamp }: KeyboardEvent) => {
    keyAt = timeStamp
  }
  const end = () => {
    clearTimeout(timer)
    removeEventListener('keydown', heard, true)
  }
  const look = () => {
    const rest = keyAt + keyRestMs - performance.now()
    if (rest > 0) {
      timer = setTimeout(look, rest)
      return
    }
    end()
    act()
  }
  let timer = setTimeout(look, restMs)
  addEventListener('keydown', heard, true)
  return end
}
