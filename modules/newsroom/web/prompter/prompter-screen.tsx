import { useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Id } from '#kernel/id.ts'
import { useText } from '#ui/text.ts'
import { speedStep, speedWithin } from '../../domain/prompter/state.ts'
import { defaultDictionary, dictionaryOf, speak } from '../../domain/speech/index.ts'
import { prompterText } from './messages.ts'
import { PrompterBar } from './prompter-bar.tsx'
import { actOf, belongsToFocus, type PrompterAct } from './prompter-keys.ts'
import { airFirstWords, PrompterLines } from './prompter-text.tsx'
import { promptedItems, screenLines, type Prompter } from './screen-lines.ts'
import { SettingsPanel } from './settings-panel.tsx'
import { keepSettings, keptSettings, ranges, readSettings, type PrompterSettings } from './settings.ts'
import { useDrag } from './use-drag.ts'
import { usePrompterLink } from './use-prompter-link.ts'
import { useScroller } from './use-scroller.ts'
import { useWakeLock } from './use-wake-lock.ts'
import c from './prompter.module.css'

interface PrompterScreenProps {
  prompter: Prompter
  /** Null for a story by itself, which has no other screens. */
  rundownId: Id<'rundown'> | null
  onRefresh: () => void
  onClose: () => void
}

/** The whole window: black, the words, the mark; below it what a hand or a foot can do. */
export function PrompterScreen({ prompter, rundownId, onRefresh, onClose }: PrompterScreenProps) {
  const words = useText(prompterText)
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const [settings, setSettings] = useState(() => readSettings(keptSettings(), search))
  const [running, setRunning] = useState(false)
  const [panel, setPanel] = useState(false)
  const stage = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const { spoken, voiceOver, notes, together } = settings
  const dictionary = useMemo(() => dictionaryOf(defaultDictionary, prompter.dictionary), [prompter.dictionary])
  const items = useMemo(() => promptedItems(prompter), [prompter])
  const lines = useMemo(() => screenLines(items, { voiceOver, notes, said: spoken ? (text) => speak(text, dictionary) : null }), [items, voiceOver, notes, spoken, dictionary])
  const link = useRef<ReturnType<typeof usePrompterLink>['order']>(() => undefined)
  const onEnd = useCallback(() => {
    setRunning(false)
    link.current({ running: false })
  }, [])
  const desk = useScroller(stage, layer, items, lines, settings, running, onEnd)
  const set = useCallback((change: Partial<PrompterSettings>) => {
    setSettings((before) => {
      const next = { ...before, ...change }
      keepSettings(next)
      return next
    })
  }, [])
  const { order, linked } = usePrompterLink({
    rundownId,
    together,
    control: prompter.can.control,
    place: desk.place,
    onOrder: (state, how) => {
      if (how !== 'join' || state.orders > 0) {
        setRunning(state.running)
        set({ speed: state.speed })
      }
      if (state.at !== null && how !== 'stay') (how === 'join' ? desk.go : desk.glide)(state.at)
    },
    onPosition: (place, runs) => (runs ? desk.pull : desk.glide)(place),
    onShown: onRefresh,
  })
  link.current = order

  const go = (to: ReturnType<typeof desk.place>) => {
    desk.glide(to)
    order({ to })
  }
  const speed = (by: number) => {
    const next = speedWithin(settings.speed + by)
    set({ speed: next })
    order({ speed: next })
  }
  const size = (by: number) => set({ size: Math.min(ranges.size[1], Math.max(ranges.size[0], settings.size + by)) })
  const acts: Readonly<Record<PrompterAct, () => void>> = {
    toggle: () => {
      setRunning(!running)
      order({ running: !running })
    },
    faster: () => speed(speedStep),
    slower: () => speed(-speedStep),
    start: () => go(desk.itemPlace(0)),
    end: () => go(desk.itemPlace(items.length - 1)),
    nextItem: () => go(desk.itemPlace(Math.min(items.length - 1, desk.item + 1))),
    previousItem: () => go(desk.itemPlace(desk.place().placeId === items[desk.item]?.id ? Math.max(0, desk.item - 1) : desk.item)),
    lineDown: () => go(desk.line(1)),
    lineUp: () => go(desk.line(-1)),
    bigger: () => size(1),
    smaller: () => size(-1),
    mirror: () => set({ mirrorAcross: !settings.mirrorAcross }),
    flip: () => set({ mirrorDown: !settings.mirrorDown }),
    notes: () => set({ notes: !notes }),
    spoken: () => set({ spoken: !spoken }),
    fullScreen: () => void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()).catch(() => undefined),
    panel: () => setPanel(!panel),
    close: () => (panel ? setPanel(false) : onClose()),
  }
  usePrompterKeys(acts)
  useWakeLock()
  useWholeWindow()
  const drag = useDrag({ upsideDown: settings.mirrorDown, onMove: desk.nudge, onHold: desk.hold, onRest: () => order({ to: desk.place() }), onTap: acts.toggle })

  const onAir = items.find((item) => item.stage === 'on_air')?.id
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (onAir === undefined || onAir === taken.current) return
    taken.current = onAir
    if (settings.followAir && items[desk.item]?.id !== onAir) desk.glide({ placeId: onAir, word: 0 })
  }, [onAir, settings.followAir, items, desk])

  const here = items[desk.item]
  const loud = here?.leave === 'air_first' ? airFirstWords(here, words) : here?.leave === 'none' ? words.notApproved : null
  const look = { '--size': `${settings.size}vmin`, '--margin': `${settings.margin}%`, '--marker': `${settings.marker}%` } as React.CSSProperties
  return createPortal(
    <main className={c.screen} style={look} aria-label={words.prompter}>
      <h1 className="td-hidden-text">{words.prompter}</h1>
      <div ref={stage} className={c.stage} style={{ transform: `scale(${settings.mirrorAcross ? -1 : 1}, ${settings.mirrorDown ? -1 : 1})` }} {...drag}>
        <section ref={layer} className={c.layer} aria-label={words.text} data-running={running}>
          <PrompterLines lines={lines} />
        </section>
        <div className={c.marker} aria-hidden="true" />
        {loud !== null && (
          <p className={c.band} role="alert">
            {loud}
          </p>
        )}
      </div>
      {!linked && together && rundownId !== null && <p className={c.unlinked}>{words.unlinked}</p>}
      {panel && <SettingsPanel settings={settings} set={set} onSpeed={(next) => speed(next - settings.speed)} linked={rundownId !== null} onClose={() => setPanel(false)} />}
      <PrompterBar acts={acts} running={running} speed={settings.speed} at={desk.item + 1} of={items.length} panel={panel} />
    </main>,
    document.body,
  )
}

function usePrompterKeys(acts: Readonly<Record<PrompterAct, () => void>>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event)
      if (act === undefined || event.defaultPrevented || belongsToFocus(event.target, act)) return
      event.preventDefault()
      event.stopPropagation()
      // A key held down goes on changing speed and lines, it does not start and stop.
      if (!event.repeat || act === 'faster' || act === 'slower' || act === 'lineDown' || act === 'lineUp') latest.current[act]()
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [])
}

/** The page below neither scrolls nor takes the focus. */
function useWholeWindow(): void {
  useEffect(() => {
    const root = document.getElementById('root')
    root?.setAttribute('inert', '')
    document.documentElement.style.overflow = 'hidden'
    return () => {
      root?.removeAttribute('inert')
      document.documentElement.style.overflow = ''
    }
  }, [])
}
