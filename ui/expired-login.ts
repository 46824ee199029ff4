import { useSyncExternalStore } from 'react'

let expired = false
let waiting: { promise: Promise<void>; go: () => void; giveUp: (reason: Error) => void } | undefined
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Thrown to those who wait when the user leaves instead of signing in again. */
export class SignInGivenUp extends Error {
  constructor() {
    super('sign-in given up')
    this.name = 'SignInGivenUp'
  }
}

/** Shows the sign-in dialog above the page and waits until somebody has signed in again. */
export function signInAgain(): Promise<void> {
  if (waiting === undefined) {
    let go = () => {}
    let giveUp = (_: Error) => {}
    const promise = new Promise<void>((resolve, reject) => {
      go = resolve
      giveUp = reject
    })
    promise.catch(() => {})
    waiting = { promise, go, giveUp }
    expired = true
    tell()
  }
  return waiting.promise
}

/** The dialog calls this once the login is good again: everything that waited goes on. */
export function signedInAgain(): void {
  const over = waiting
  waiting = undefined
  expired = false
  tell()
  over?.go()
}

/** The dialog calls this when another account signs in: what waited belongs to somebody else. */
export function giveUpWaiting(): void {
  const over = waiting
  waiting = undefined
  expired = false
  tell()
  over?.giveUp(new SignInGivenUp())
}

/** Whether the login has expired under an open page. */
export function useLoginExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => expired,
  )
}
