import { parentPort, workerData } from 'node:worker_threads'
import { strFromU8, unzipSync } from 'fflate'
import type { PaperJob } from './paper-lines.ts'

const mostBytes = 64 * 1024 * 1024
const mostPages = 200
/** Parts of Word, Excel, PowerPoint and OpenDocument files that hold what is read on paper. */
const parts = /^(?:word\/(?:document|header\d*|footer\d*)\.xml|xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml|ppt\/slides\/[^/]+\.xml|content\.xml|styles\.xml)$/
const breaks = /<\/?(?:w:p|a:p|si|is|text:p|text:h|oddHeader|firstHeader|evenHeader)(?:\s[^<>]*)?>/
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
/** Excel writes the place and font of a page header into its text. */
const headerCodes = /^(?:&(?:[LCRBIUE]|"[^"]*"|\d+))+/

function linesOfPackage(bytes: Uint8Array): string[] {
  let left = mostBytes
  const found = unzipSync(bytes, { filter: ({ name, originalSize }) => parts.test(name) && (left -= originalSize) >= 0 })
  return Object.values(found).flatMap((part) => strFromU8(part).split(breaks).map(textOf).filter((text) => text !== ''))
}

function textOf(xml: string): string {
  const text = xml.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? '')
  return text.replace(headerCodes, '').trim()
}

interface Run {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
}

async function linesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 })
  const lines: string[] = []
  for (let at = 1; at <= Math.min(pdf.numPages, mostPages); at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    lines.push(...stretches(items.filter((item) => 'str' in item)))
  }
  return lines
}

/** Runs of text that stand together: on one height, with no gap wider than two letters. */
function stretches(runs: readonly Run[]): string[] {
  const lines: string[] = []
  let end: { x: number; y: number } | undefined
  for (const { str, width, height, transform } of runs) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
    const together = end !== undefined && Math.abs(y - end.y) < 2 && x - end.x < Math.max(height, 6) * 2
    if (together) lines.push((lines.pop() ?? '') + str)
    else lines.push(str)
    end = { x: x + width, y }
  }
  return lines
}

const { kind, bytes } = workerData as PaperJob
parentPort?.postMessage(kind === 'pdf' ? await linesOfPdf(bytes) : linesOfPackage(bytes))
