import { strFromU8, unzipSync } from 'fflate'

const largest = 32 * 1024 * 1024
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(xml: string): string {
  return xml.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? whole : String.fromCodePoint(code)
  })
}

/**
 * The text of a Word document (DOCX) as it is read: a line to each paragraph, tabs and line breaks kept, blanks as written,
 * cells of a table one below the other; what tracked changes deleted is left out, headers and footers too. Null when the
 * file is none, or its text is larger than 32 MB.
 */
export function docxText(bytes: Uint8Array): string | null {
  let part: Uint8Array | undefined
  try {
    part = unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= largest })['word/document.xml']
  } catch {
    return null
  }
  if (part === undefined) return null
  let text = ''
  let inText = false
  for (const token of strFromU8(part).split(/(<[^<>]*>)/)) {
    if (!token.startsWith('<')) text += inText ? decoded(token) : ''
    else if (/^<w:t[ >]/.test(token)) inText = !token.endsWith('/>')
    else if (token === '</w:t>') inText = false
    else if (token === '<w:tab/>') text += '\t'
    else if (/^<w:(?:br|cr)[ /]/.test(token) || token === '</w:p>') text += '\n'
    else if (token === '<w:noBreakHyphen/>') text += '-'
  }
  return text
}
