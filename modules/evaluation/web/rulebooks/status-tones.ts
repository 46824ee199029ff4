import type { Tone } from '#ui/notice.tsx'
import type { EditionStatus } from '../../domain/edition.ts'

/** How a status of an own rulebook is coloured beside its words. */
export const statusTones: Readonly<Record<EditionStatus, Tone>> = { draft: 'info', issued: 'good', retired: 'neutral' }
