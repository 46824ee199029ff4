/** What keys, a foot pedal or a presenter's remote make of a prompter. */
export type PrompterAct = 'toggle' | 'faster' | 'slower' | 'start' | 'end' | 'nextItem' | 'previousItem' | 'lineDown' | 'lineUp' | 'bigger' | 'smaller' | 'mirror' | 'flip' | 'notes' | 'spoken' | 'fullScreen' | 'panel' | 'close'

/** Pedals and remotes send arrows, page keys, blanks, B and the point. */
const acts: Readonly<Record<string, PrompterAct>> = {
  ' ': 'toggle',
  Enter: 'toggle',
  b: 'toggle',
  '.': 'toggle',
  ArrowUp: 'faster',
  '+': 'faster',
  '=': 'faster',
  ArrowDown: 'slower',
  '-': 'slower',
  Home: 'start',
  End: 'end',
  PageDown: 'nextItem',
  PageUp: 'previousItem',
  ArrowRight: 'lineDown',
  ArrowLeft: 'lineUp',
  ']': 'bigger',
  '[': 'smaller',
  m: 'mirror',
  v: 'flip',
  n: 'notes',
  s: 'spoken',
  f: 'fullScreen',
  o: 'panel',
  Escape: 'close',
}

/** The act of a key, or undefined when it is somebody else's. */
export function actOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): PrompterAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  return acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
}

/** Whether a key belongs to what has the focus: letters and arrows to a field, blank and Enter to a button. */
export function belongsToFocus(target: EventTarget | null, act: PrompterAct): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return act !== 'close'
  return /^(BUTTON|A)$/.test(target.tagName) && act === 'toggle'
}
