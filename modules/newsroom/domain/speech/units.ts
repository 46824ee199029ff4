import { follows, lastSaid, matchHere, type Place, type Reading } from './place.ts'

/** Units of measure that are nothing else wherever they stand. */
const clear: Readonly<Record<string, string>> = {
  km: 'ki lô mét', Km: 'ki lô mét', km2: 'ki lô mét vuông', 'km²': 'ki lô mét vuông', m2: 'mét vuông', 'm²': 'mét vuông', m3: 'mét khối', 'm³': 'mét khối',
  cm: 'xăng ti mét', cm2: 'xăng ti mét vuông', 'cm²': 'xăng ti mét vuông', mm: 'mi li mét', dm: 'đề xi mét', kg: 'ki lô gam', Kg: 'ki lô gam', mg: 'mi li gam',
  ml: 'mi li lít', kW: 'ki lô oát', kw: 'ki lô oát', kWh: 'ki lô oát giờ', MW: 'mê ga oát', MWh: 'mê ga oát giờ', MWp: 'mê ga oát pích', GW: 'gi ga oát', GWh: 'gi ga oát giờ',
  kV: 'ki lô vôn', kVA: 'ki lô vôn am pe', MVA: 'mê ga vôn am pe', '°C': 'độ xê', '°F': 'độ ép', VND: 'đồng', VNĐ: 'đồng', vnđ: 'đồng', USD: 'đô la mỹ', EUR: 'ơ rô',
  Hz: 'héc', kHz: 'ki lô héc', MHz: 'mê ga héc', GB: 'gi ga bai', MB: 'mê ga bai', TB: 'tê ra bai',
}
/** Short ones, units only behind a number. */
const short: Readonly<Record<string, string>> = {
  m: 'mét', ha: 'héc ta', Ha: 'héc ta', g: 'gam', l: 'lít', h: 'giờ', s: 'giây', W: 'oát', V: 'vôn', đ: 'đồng', t: 'tấn', tr: 'triệu', '°': 'độ', '%': 'phần trăm', '‰': 'phần nghìn',
  '₫': 'đồng', $: 'đô la', '€': 'ơ rô', '£': 'bảng anh', '¥': 'yên',
}
/** Forms that are also abbreviations: units only behind a number. */
const shared = new Set(['TB', 'MB', 'GB'])
const counts = new Set(
  'không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|rưỡi|nửa|mỗi|vài|mấy|trên'.split('|'),
)
const form = /(?:°[CF]?|[%‰₫$€£¥]|\p{L}{1,3}[23²³]?)(?![\p{L}\p{N}])/uy
const milestone = /[Kk]m(?= ?\d{1,4}\+)|Km(?=\d)/y
const metres = /m(\d{1,2})(?![\d\p{L}])/uy
const anyWord = /\/ ?(?=\p{Ll})/uy
const perWord =
  /\/ ?(?=(?:năm|tháng|tuần|ngày|đêm|giờ|phút|giây|quý|vụ|mùa|lứa|ca|người|hộ|lao động|đầu người|khẩu|lượt|chuyến|xã|thôn|ha|héc|km2?|km²|m[23²³]?|kg|tấn|tạ|yến|lít|l|h|s|sào|mẫu|cây|con|gốc|lồng|mét|suất|bộ|cái|chiếc|hecta|sản phẩm|kWh|đồng|USD|triệu|thùng|bao|ngày đêm|\d{1,3}h)(?![\p{L}\p{N}]))/uy

/** May a word be a unit of measure somewhere? */
export function mayBeUnit(word: string): boolean {
  return Object.hasOwn(clear, word) || Object.hasOwn(short, word)
}

function behindNumber(place: Place): boolean {
  const last = lastSaid(place)
  if (last === null || !follows(place, last)) return false
  return last.kind === 'number' || last.kind === 'roman' || counts.has(last.spoken.split(' ').at(-1) ?? '')
}

/** A unit of measure: "7 km" ki lô mét, "30°C" độ xê, "1m65" một mét sáu mươi lăm (the m). Currency signs and % stand behind their number too. */
export function readUnit(place: Place): Reading | null {
  const tall = matchHere(metres, place)
  if (tall !== null && lastSaid(place)?.kind === 'number' && lastSaid(place)?.to === place.at && !['2', '3'].includes(tall[1] ?? '')) return { kind: 'unit', length: 1, spoken: 'mét' }
  const stone = matchHere(milestone, place)
  if (stone !== null) return { kind: 'unit', length: 2, spoken: 'ki lô mét' }
  const found = matchHere(form, place)
  if (found === null) return null
  const written = found[0]
  const behind = behindNumber(place)
  const spoken = (behind || !shared.has(written) ? clear[written] : undefined) ?? (behind || !/\p{L}/u.test(written) ? short[written] : undefined)
  return spoken === undefined ? null : { kind: 'unit', length: written.length, spoken }
}

/** The stroke between what is measured and by what: "tạ/ha", "đồng/người/tháng" → trên. Other strokes between words are silent. */
export function readPer(place: Place): Reading | null {
  const last = lastSaid(place)
  if (last === null || last.to !== place.at) return null
  const unit = last.kind === 'unit' ? matchHere(anyWord, place) : null
  if (unit !== null) return { kind: 'sign', length: unit[0].length, spoken: 'trên' }
  const found = matchHere(perWord, place)
  if (found === null) return null
  for (let back = 0; back < 9; back++) {
    const said = lastSaid(place, back)
    if (said === null) break
    if (said.kind === 'number' || said.kind === 'unit' || counts.has(said.spoken)) return { kind: 'sign', length: found[0].length, spoken: 'trên' }
  }
  // "tạ/ha", "người/km2" in a table's heading: the left word is a measure by itself.
  return ['tạ', 'tấn', 'đồng', 'người', 'lít', 'con', 'kg'].includes(last.spoken) ? { kind: 'sign', length: found[0].length, spoken: 'trên' } : null
}
