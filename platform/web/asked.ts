import { useSyncExternalStore } from 'react'

/** What the server wants before it does an act: a fresh proof of who one is, or the reason for asking a second person. */
export type Question = { readonly kind: 'prove' } | { readonly kind: 'second-person'; readonly act: string }

interface Asked {
  readonly question: Question
  readonly answered: Promise<string | undefined>
  readonly answer: (text: string | undefined) => void
}

let asked: Asked | undefined
const listeners = new Set<() => void>()

function put(next: Asked | undefined): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Shows the question above the page until it is answered; undefined when the person gives up. Two acts that need the same share one question. */
export function ask(question: Question): Promise<string | undefined> {
  if (asked?.question.kind === 'prove' && question.kind === 'prove') return asked.answered
  let answer: Asked['answer'] = () => undefined
  const answered = new Promise<string | undefined>((resolve) => {
    answer = resolve
  })
  const before = asked?.answered ?? Promise.resolve(undefined)
  const open = (): void => put({ question, answered, answer })
  if (asked === undefined) open()
  else void before.then(open)
  return answered
}

/** The dialog answers; undefined gives up, and the act is refused as the server said. */
export function answerAsked(text: string | undefined): void {
  const over = asked
  put(undefined)
  over?.answer(text)
}

/** What is asked now, if anything. */
export function useAsked(): Question | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked?.question,
  )
}
