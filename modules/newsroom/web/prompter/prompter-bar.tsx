import type { Icon } from '#ui/icon.tsx'
import { IconChevronsDown, IconChevronsUp, IconMaximize, IconMinus, IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlus, IconSettings, IconX } from '#ui/icons.tsx'
import { useText } from '#ui/text.ts'
import { prompterText } from './messages.ts'
import type { PrompterAct } from './prompter-keys.ts'
import c from './prompter.module.css'

interface PrompterBarProps {
  acts: Readonly<Record<PrompterAct, () => void>>
  running: boolean
  speed: number
  at: number
  of: number
  panel: boolean
}

/** What keys do, for a finger or the mouse. It grows dim while the text runs. */
export function PrompterBar({ acts, running, speed, at, of, panel }: PrompterBarProps) {
  const words = useText(prompterText)
  return (
    <div role="toolbar" aria-label={words.controls} className={c.bar} data-running={running}>
      <span>
        <BarButton icon={IconChevronsUp} label={words.previousItem} act={acts.previousItem} />
        <span className={c.count}>{words.number(at, of)}</span>
        <BarButton icon={IconChevronsDown} label={words.nextItem} act={acts.nextItem} />
      </span>
      <BarButton icon={running ? IconPlayerPauseFilled : IconPlayerPlayFilled} label={running ? words.stop : words.run} act={acts.toggle} main />
      <span>
        <BarButton icon={IconMinus} label={words.slower} act={acts.slower} />
        <span className={c.count} role="status">
          {words.speed(speed)}
        </span>
        <BarButton icon={IconPlus} label={words.faster} act={acts.faster} />
      </span>
      <span>
        <BarButton icon={IconSettings} label={words.settings} act={acts.panel} pressed={panel} />
        <BarButton icon={IconMaximize} label={words.fullScreen} act={acts.fullScreen} />
        <BarButton icon={IconX} label={words.close} act={acts.close} />
      </span>
    </div>
  )
}

function BarButton({ icon: Picture, label, act, main = false, pressed }: { icon: Icon; label: string; act: () => void; main?: boolean; pressed?: boolean }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={pressed}
      className={main ? c.mainButton : undefined}
      onClick={(event) => {
        act()
        // After the mouse the pedal's keys belong to the text again; whoever uses Tab stays on the button.
        if (event.detail > 0) event.currentTarget.blur()
      }}
    >
      <Picture size={22} aria-hidden="true" />
    </button>
  )
}
