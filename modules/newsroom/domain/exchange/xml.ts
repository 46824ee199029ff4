/** One node of an XML text: an element, or words. */
export type XmlNode = XmlElement | string

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** An element; children that are null or undefined are left out, numbers are written as words. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (XmlNode | number | null | undefined)[]): XmlElement {
  return { name, attributes, children: children.flatMap((child) => (child === null || child === undefined ? [] : [typeof child === 'number' ? String(child) : child])) }
}

/** An element of words only, or none where there are no words to put. */
export function optional(name: string, words: string | number | null | undefined): XmlElement | null {
  return words === null || words === undefined || words === '' ? null : element(name, {}, words)
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as XML holds them: composed letters (NFC), without the control signs and lone halves XML 1.0 has no way to write. */
export function xmlText(words: string): string {
  return (
    words
      .normalize('NFC')
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
  )
}

/** An element and all in it as text, without blanks between: what is written is what is meant. */
export function writeXml({ name, attributes, children }: XmlElement): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value).replaceAll('\n', '&#10;')}"`)
  const inside = children.map((child) => (typeof child === 'string' ? xmlText(child) : writeXml(child))).join('')
  return inside === '' ? `<${name}${start.join('')}/>` : `<${name}${start.join('')}>${inside}</${name}>`
}
