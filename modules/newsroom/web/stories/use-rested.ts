import { useEffect, useState } from 'react'

const restMs = 250

/** A value once it has rested for a moment: while somebody writes, the one from before. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const rest = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(rest)
  }, [value])
  return rested
}
