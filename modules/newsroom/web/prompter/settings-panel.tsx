import { useId } from 'react'
import { useText } from '#ui/text.ts'
import { fastest, slowest, speedStep } from '../../domain/prompter/state.ts'
import { prompterText } from './messages.ts'
import { ranges, writeSettings, type PrompterSettings } from './settings.ts'
import c from './prompter.module.css'

type Flag = { readonly [Name in keyof PrompterSettings]: PrompterSettings[Name] extends boolean ? Name : never }[keyof PrompterSettings]
const flags: readonly Flag[] = ['mirrorAcross', 'mirrorDown', 'voiceOver', 'notes', 'spoken']
const linkedFlags: readonly Flag[] = ['followAir', 'together']

interface SettingsPanelProps {
  settings: PrompterSettings
  set: (change: Partial<PrompterSettings>) => void
  onSpeed: (speed: number) => void
  /** Whether there are other screens and a gallery. */
  linked: boolean
  onClose: () => void
}

/** How this screen shows the words; what is changed is seen at once behind it. After the mouse the keys are the text's again. */
export function SettingsPanel({ settings, set, onSpeed, linked, onClose }: SettingsPanelProps) {
  const words = useText(prompterText)
  const address = new URL(location.href)
  address.search = new URLSearchParams(writeSettings(settings)).toString()
  return (
    <section className={c.panel} aria-label={words.settings} onPointerUp={({ target }) => target instanceof HTMLInputElement && !target.readOnly && target.blur()}>
      <div className={c.panelHead}>
        <h2>{words.settings}</h2>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <Slider label={words.size} value={settings.size} range={ranges.size} onChange={(size) => set({ size })} />
      <Slider label={words.speedLabel} value={settings.speed} range={[slowest, fastest]} step={speedStep} onChange={onSpeed} />
      <Slider label={words.margin} value={settings.margin} range={ranges.margin} onChange={(margin) => set({ margin })} />
      <Slider label={words.marker} value={settings.marker} range={ranges.marker} onChange={(marker) => set({ marker })} />
      {[...flags, ...(linked ? linkedFlags : [])].map((flag) => (
        <label key={flag}>
          <input type="checkbox" checked={settings[flag]} onChange={(event) => set({ [flag]: event.currentTarget.checked })} />
          {words[flag]}
        </label>
      ))}
      <p>{words.keys}</p>
      <label className={c.address}>
        {words.address}
        <input readOnly value={address.href} onFocus={(event) => event.currentTarget.select()} />
        <small>{words.addressHint}</small>
      </label>
    </section>
  )
}

function Slider({ label, value, range, step = 1, onChange }: { label: string; value: number; range: readonly [number, number]; step?: number; onChange: (value: number) => void }) {
  const id = useId()
  return (
    <div className={c.slider}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" min={range[0]} max={range[1]} step={step} value={value} onChange={(event) => onChange(Number(event.currentTarget.value))} />
      <output htmlFor={id}>{value}</output>
    </div>
  )
}
