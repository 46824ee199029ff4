import { renderPdf } from '#platform/documents/render-pdf.ts'
import type { Minutes } from './minutes.ts'

const folder = new URL('./templates/', import.meta.url)

/** The minutes as PDF. */
export function renderMinutesPdf(minutes: Minutes, at: Date): Promise<Uint8Array> {
  const blocks = minutes.blocks.map((block) => ({ ...block }))
  const signatures = minutes.signatures.map((signature) => ({ ...signature }))
  return renderPdf({ folder, main: 'minutes.typ' }, { ...minutes, blocks, signatures, title: `Biên bản: ${minutes.subject}` }, { at, tagged: true })
}
