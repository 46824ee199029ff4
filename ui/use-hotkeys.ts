import { useEffect, useRef } from 'react'

/** A chord in the browser's names: `mod+s`, `/`, `alt+ArrowDown`, `?`. `mod` is Ctrl, or ⌘ on a Mac. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** The chord of a key press, in the form hotkeys are written in. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, onMac = mac): string {
  const mod = onMac ? event.metaKey : event.ctrlKey
  const named = event.key.length > 1
  const key = named ? event.key : event.key.toLowerCase()
  return [mod && 'mod', event.altKey && 'alt', event.shiftKey && named && 'shift', key].filter(Boolean).join('+')
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Keys for a page. Plain letters are left alone while somebody types; chords with mod or alt always work. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      const act = latest.current[chord]
      if (act === undefined) return
      if (typing(event.target) && !/^(mod|alt)\+/.test(chord)) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
