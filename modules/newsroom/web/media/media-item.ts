import type { z } from 'zod'
import type { libraryItem, mediaView } from '../../contract/media-routes.ts'

/** A film or sound as the server shows it. */
export type MediaItem = z.output<typeof mediaView>

/** A film with the stories that have or show it. */
export type LibraryItem = z.output<typeof libraryItem>

/** Where a film stands on its story's page. */
export function mediaPlace(id: string): string {
  return `media-${id}`
}

/** Tells a file begun earlier from another: its name, size and moment of change on this machine. */
export function fingerprintOf({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return `${size}/${lastModified}/${name.normalize('NFC')}`.slice(0, 400)
}
