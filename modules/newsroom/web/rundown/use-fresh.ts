import { useEffect, useState } from 'react'
import type { Rundown } from './rundown-view.ts'

const shownMs = 4000

/** Items that somebody else has just changed, to be seen without anything jumping; `said` tells those who hear the page. */
export function useFresh(rundown: Rundown, personId: string | null, say: (name: string, title: string) => string): { readonly fresh: ReadonlySet<string>; readonly said: string } {
  const [seen, setSeen] = useState({ rundown, fresh: new Set<string>(), said: '' })
  if (seen.rundown !== rundown) {
    const before = new Map(seen.rundown.items.map((item) => [item.id, item.revision]))
    const changed = rundown.items.filter((item) => before.get(item.id) !== item.revision && item.changedBy?.id !== personId)
    const last = changed.filter(({ changedBy }) => changedBy !== null).at(-1)
    setSeen({ rundown, fresh: new Set(changed.map(({ id }) => id)), said: last === undefined ? seen.said : say(last.changedBy?.name ?? '', last.title) })
  }
  useEffect(() => {
    if (seen.fresh.size === 0) return undefined
    const timer = setTimeout(() => setSeen((now) => ({ ...now, fresh: new Set<string>() })), shownMs)
    return () => clearTimeout(timer)
  }, [seen.fresh])
  return seen
}
