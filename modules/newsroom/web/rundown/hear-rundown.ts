interface Heard {
  onData: (data: string) => void
  onOpen: () => void
  onLost: () => void
}

/**
 * Hears the events at an address with `:rundownId` until it is ended. A line that was cut comes back by itself; refused, the browser would
 * give up for good, though a new sign-in may let it in again: it is tried anew after `refusedMs`.
 */
export function hearRundown(path: string, rundownId: string, accountId: string, refusedMs: number, { onData, onOpen, onLost }: Heard): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`${path.replace(':rundownId', encodeURIComponent(rundownId))}?account=${encodeURIComponent(accountId)}`)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => onData(data))
    source.addEventListener('open', onOpen)
    source.addEventListener('error', () => {
      onLost()
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, refusedMs)
    })
  }
  open()
  return () => {
    clearTimeout(again)
    source?.close()
  }
}
