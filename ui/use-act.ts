import { useCallback, useRef, useState } from 'react'
import { isRefused, isSignedOut } from './error-words.ts'
import { signInAgain } from './expired-login.ts'
import { newRequestId } from './request-id.ts'

export interface Act<Input, Output> {
  /** Does it; undefined when it was refused, failed or is already under way (a double click). */
  readonly act: (input: Input) => Promise<Output | undefined>
  readonly busy: boolean
  readonly error: unknown
  readonly reset: () => void
}

/**
 * One command behind one button. A double click acts once; a retry after a lost connection carries the same request
 * id, so that the server does it once; an expired login asks for the password and then goes on. `onDone` may wait until
 * the page shows what was done; the button stays busy meanwhile.
 */
export function useAct<Input, Output>(
  send: (input: Input, options: { requestId: string }) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void | Promise<void>,
): Act<Input, Output> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const running = useRef(false)
  const unanswered = useRef<{ key: string; requestId: string } | undefined>(undefined)

  const act = async (input: Input): Promise<Output | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setError(undefined)
    const key = keyOf(input)
    const requestId = unanswered.current?.key === key ? unanswered.current.requestId : newRequestId()
    unanswered.current = { key, requestId }
    try {
      const output = await sendSignedIn(() => send(input, { requestId }))
      unanswered.current = undefined
      await onDone?.(output, input)
      return output
    } catch (cause) {
      if (isRefused(cause) && cause.code !== 'platform.unexpected') unanswered.current = undefined
      setError(cause)
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { act, busy, error, reset: useCallback(() => setError(undefined), []) }
}

async function sendSignedIn<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (cause) {
    if (!isSignedOut(cause)) throw cause
    await signInAgain()
    return send()
  }
}

function keyOf(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (value instanceof Blob ? describeBlob(value) : value)) ?? ''
  } catch {
    return newRequestId()
  }
}

function describeBlob(blob: Blob): readonly unknown[] {
  return [blob.size, blob.type, blob instanceof File ? [blob.name, blob.lastModified] : newRequestId()]
}
