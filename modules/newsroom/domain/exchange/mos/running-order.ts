import type { XmlElement } from '../xml.ts'

/** A running order (khung chương trình) as MOS sends it, whoever planned it. Texts may be longer than MOS takes: they are cut as they are written. */
export interface MosRunningOrder {
  readonly id: string
  readonly slug: string
  readonly channel: string | null
  /** With an offset, `2018-10-18T17:00:00+07:00`. */
  readonly start: string | null
  readonly durationSeconds: number | null
  readonly trigger: MosTrigger | null
  readonly macroIn: string | null
  readonly macroOut: string | null
  readonly metadata: readonly MosMetadata[]
}

/** Started by hand, by the clock, or by the one before, so many frames earlier or later. */
export type MosTrigger = 'MANUAL' | 'TIMED' | 'CHAINED' | `CHAINED ${'+' | '-'}${number}`

/** One story in its place. */
export interface MosStory {
  readonly id: string
  readonly slug: string
  readonly number: string | null
  readonly metadata: readonly MosMetadata[]
  readonly items: readonly MosItem[]
}

/** What a device plays or shows: a film, a name super. */
export interface MosItem {
  readonly id: string
  readonly slug: string
  readonly objectId: string
  /** The device that holds the object. */
  readonly mosId: string
  readonly abstract: string | null
  readonly paths: readonly MosPath[]
  readonly channel: string | null
  /** Counted in the frames or samples of the object. */
  readonly editorialStart: number | null
  readonly editorialDuration: number | null
  readonly userTimingDuration: number | null
  readonly trigger: MosTrigger | null
  readonly macroIn: string | null
  readonly macroOut: string | null
  readonly metadata: readonly MosMetadata[]
}

export interface MosPath {
  readonly kind: 'objPath' | 'objProxyPath' | 'objMetadataPath'
  readonly description: string
  readonly target: string
}

/** The place MOS gives to what it has no tag for. */
export interface MosMetadata {
  readonly scope: 'OBJECT' | 'STORY' | 'PLAYLIST'
  /** Names what the payload means; never fetched. */
  readonly schema: string
  readonly payload: readonly XmlElement[]
}

/** The words of a story in the order they are read and played. */
export type MosBodyPart =
  | { readonly kind: 'presenter'; readonly text: string }
  /** Read by nobody in the studio: words inside a film, or an instruction. */
  | { readonly kind: 'package' | 'instruction'; readonly text: string }
  | { readonly kind: 'item'; readonly item: MosItem }

/** A story with its words. */
export interface MosFullStory {
  readonly runningOrderId: string
  readonly id: string
  readonly slug: string
  readonly number: string | null
  readonly presenter: string | null
  /** Syllables a minute; MOS names no unit. */
  readonly presenterRate: number | null
  readonly body: readonly MosBodyPart[]
  readonly metadata: readonly MosMetadata[]
}

/** A change of a running order; `before` is null for the end. A move is a move, never taken out and put in: a device may be playing it. */
export type MosChange =
  | { readonly kind: 'insert-stories'; readonly before: string | null; readonly stories: readonly MosStory[] }
  | { readonly kind: 'insert-items'; readonly storyId: string; readonly before: string | null; readonly items: readonly MosItem[] }
  | { readonly kind: 'replace-story'; readonly storyId: string; readonly stories: readonly MosStory[] }
  | { readonly kind: 'replace-item'; readonly storyId: string; readonly itemId: string; readonly items: readonly MosItem[] }
  | { readonly kind: 'move-stories'; readonly before: string | null; readonly storyIds: readonly string[] }
  | { readonly kind: 'move-items'; readonly storyId: string; readonly before: string | null; readonly itemIds: readonly string[] }
  | { readonly kind: 'delete-stories'; readonly storyIds: readonly string[] }
  | { readonly kind: 'delete-items'; readonly storyId: string; readonly itemIds: readonly string[] }
  | { readonly kind: 'swap-stories'; readonly storyIds: readonly [string, string] }
  | { readonly kind: 'swap-items'; readonly storyId: string; readonly itemIds: readonly [string, string] }
