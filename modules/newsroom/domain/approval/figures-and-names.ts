import { romanValue } from '../speech/roman.ts'

/** A part of a text, as offsets. */
export interface Span {
  readonly from: number
  readonly to: number
}

// Left out are không (also "not"), tư and linh, mostly parts of other words; behind a number they belong to it all the same.
const numberWords = new Set('một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|rưỡi|nửa'.split('|'))
const behindNumbers = new Set(
  [
    'không|tư|linh|phẩy|phần|đồng|đ|₫|vnđ|vnd|usd|eur|đô|la|ơ|rô|$|€|£|¥|%|‰|km|km2|km²|m|m2|m²|m3|m³|cm|mm|ha|héc|ta|ki|lô|mét|vuông|khối|sào|mẫu',
    'kg|g|gam|tấn|tạ|yến|l|ml|lít|giờ|phút|giây|h|ngày|đêm|tuần|tháng|quý|tuổi|lần|độ|°c|điểm|kv|kw|kwh|mw|tr',
  ].flatMap((row) => row.split('|')),
)
const opening = /^["'“”‘’([«…]/u
const closing = /["'“”‘’)\]».,;:!?…]$/u
const digit = /\p{Nd}/u
const joint = /^\s*(?:[-–—]\s*)?$/u
const romanLetters = /^[IVX]+$/

function isNumber(core: string): boolean {
  return digit.test(core) || numberWords.has(core.toLowerCase()) || (romanLetters.test(core) && romanValue(core) !== null)
}

/** A run of signs without the quotes and stops around it. */
function coreOf(run: string, at: number): Span {
  let from = 0
  let to = run.length
  while (from < to && opening.test(run.charAt(from))) from++
  while (to > from && closing.test(run.charAt(to - 1))) to--
  return { from: at + from, to: at + to }
}

/**
 * The numbers of a text with what they count (số liệu): figures, dates, percents, money, numbers of documents, Roman numerals, numbers
 * in words. Năm and ba count as numbers also where they are a year or a father: better one look too many.
 */
export function figureSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    const { from, to } = coreOf(run, index)
    const core = text.slice(from, to)
    const last = spans.at(-1)
    const joined = last !== undefined && joint.test(text.slice(last.to, from))
    const counted = joined && behindNumbers.has(core.toLowerCase().split('/', 1)[0] ?? '')
    if (!counted && !isNumber(core)) continue
    if (joined) spans.splice(-1, 1, { from: last.from, to })
    else spans.push({ from, to })
  }
  return spans
}

const name = /(?<![\p{L}\p{M}\p{Nd}])\p{Lu}[\p{L}\p{M}\p{Nd}]*(?:['’-][\p{L}\p{M}\p{Nd}]+|[ \u00a0–][ \u00a0–-]{0,2}(?=\p{Lu})[\p{L}\p{M}\p{Nd}]+)*/gu

/** Words with a capital and those beside them (tên riêng); also the first word of a sentence, which nothing tells from a name. */
export function nameSpans(text: string): readonly Span[] {
  return Array.from(text.matchAll(name), ({ 0: found, index }) => ({ from: index, to: index + found.length }))
}

/** Whether a part of a text lies over one of the spans; an empty part, where something stood or will stand, only inside one. */
export function touches(spans: readonly Span[], { from, to }: Span): boolean {
  return spans.some((span) => from < span.to && (from === to ? span.from < from : span.from < to))
}
