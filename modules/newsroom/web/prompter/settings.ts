import { speedWithin, usualSpeed } from '../../domain/prompter/state.ts'

/** How a screen shows a prompter (máy nhắc chữ); kept on the device, and set by the address. */
export interface PrompterSettings {
  /** Height of the letters, in hundredths of the shorter side of the window. */
  readonly size: number
  /** Left and right, in hundredths of the width. */
  readonly margin: number
  /** Where one reads, in hundredths of the height from above. */
  readonly marker: number
  readonly mirrorAcross: boolean
  readonly mirrorDown: boolean
  /** Words a minute. */
  readonly speed: number
  readonly voiceOver: boolean
  readonly notes: boolean
  readonly spoken: boolean
  /** Goes to the item the gallery takes. */
  readonly followAir: boolean
  /** Runs with the other screens of the rundown; else by itself. */
  readonly together: boolean
}

/** What the sliders reach. */
export const ranges = { size: [3, 25], margin: [0, 40], marker: [5, 80] } as const satisfies Partial<Record<keyof PrompterSettings, readonly [number, number]>>

export const usualSettings: PrompterSettings = { size: 9, margin: 6, marker: 30, mirrorAcross: false, mirrorDown: false, speed: usualSpeed, voiceOver: false, notes: false, spoken: false, followAir: true, together: true }

const storageKey = 'newsroom.prompter'
type Names = { readonly [Name in keyof PrompterSettings]: string }
/** As they stand in an address: `?size=12&mirror=1&speed=180`. */
const names: Names = { size: 'size', margin: 'margin', marker: 'marker', mirrorAcross: 'mirror', mirrorDown: 'flip', speed: 'speed', voiceOver: 'voice', notes: 'notes', spoken: 'spoken', followAir: 'air', together: 'together' }

/** Settings from texts under some names; what is missing or makes no sense stays as it is. */
export function readSettings(before: PrompterSettings, texts: Readonly<Record<string, unknown>>): PrompterSettings {
  const settings: Record<string, number | boolean> = { ...before }
  for (const [name, written] of Object.entries(names)) {
    const text = texts[written]
    if (typeof text !== 'string' || text === '') continue
    if (typeof before[name as keyof PrompterSettings] === 'boolean') {
      if (text === '0' || text === '1') settings[name] = text === '1'
      continue
    }
    const value = Number(text)
    if (!Number.isFinite(value)) continue
    const range = name === 'speed' ? undefined : ranges[name as keyof typeof ranges]
    settings[name] = range === undefined ? speedWithin(value) : Math.min(range[1], Math.max(range[0], value))
  }
  return settings as unknown as PrompterSettings
}

/** Settings as texts, for an address or the device. */
export function writeSettings(settings: PrompterSettings): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([name, written]) => [written, String(Number(settings[name as keyof PrompterSettings]))]))
}

/** What this device was last set to. */
export function keptSettings(): PrompterSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? readSettings(usualSettings, kept as Record<string, unknown>) : usualSettings
  } catch {
    return usualSettings
  }
}

/** Keeps them on the device; where nothing may be kept they hold until the page is left. */
export function keepSettings(settings: PrompterSettings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(writeSettings(settings)))
  } catch {
    // A browser that keeps nothing still prompts.
  }
}
