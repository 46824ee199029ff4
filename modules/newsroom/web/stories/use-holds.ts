import { useEffect, useState } from 'react'
import { v7 as newWindowId } from 'uuid'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import type { Autosave } from '#platform/web/offline/use-autosave.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import type { HeldBlocks } from '../editor/held-blocks.ts'
import type { Story, StoryContent } from './story-view.ts'

/** Milliseconds between two words to the server; a hold lasts a minute, so that one lost on the way ends nothing. */
const beatMs = 15_000

const nobody: HeldBlocks = new Map()

const windowKey = 'newsroom.window'

/** The same after the tab is loaded anew, which must not find its own block held by itself. */
function windowOfTab(): string {
  const known = sessionStorage.getItem(windowKey)
  if (known !== null) return known
  const fresh = newWindowId()
  sessionStorage.setItem(windowKey, fresh)
  return fresh
}

/**
 * Holds the block one writes in, shows who holds others, and reads the story anew when it was saved elsewhere and nothing waits here.
 * Without a link nobody is known to hold anything, and one may write everywhere: what meets is merged or compared when it is sent.
 */
export function useHolds(story: Story, draft: Autosave<StoryContent>, blockId: string | null): HeldBlocks {
  const [windowId] = useState(windowOfTab)
  const [held, setHeld] = useState(nobody)
  const refresh = useRefresh()
  const { id } = story
  const { write } = story.can
  const { stored, waiting } = draft
  useEffect(() => {
    if (!write) return undefined
    const ended = new AbortController()
    const say = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        const { others, revision } = await call(signingRoutes.holdBlock, { params: { storyId: id }, body: { windowId, blockId } }, { signal: ended.signal })
        setHeld(others.length === 0 ? nobody : new Map(others.map((each) => [each.blockId, each.person.name])))
        if (revision > stored().version && !waiting()) await refresh(storyRoutes.getStory)
      } catch {
        if (!ended.signal.aborted) setHeld(nobody)
      }
    }
    const soon = setTimeout(() => void say(), 300)
    const beat = setInterval(() => void say(), beatMs)
    return () => {
      clearTimeout(soon)
      clearInterval(beat)
      ended.abort()
    }
  }, [id, write, windowId, blockId, stored, waiting, refresh])
  useEffect(() => {
    if (!write) return undefined
    const letGo = () => void call(signingRoutes.holdBlock, { params: { storyId: id }, body: { windowId, blockId: null } }).catch(() => undefined)
    return letGo
  }, [id, write, windowId])
  return held
}
