import { matchHere, type Place } from './place.ts'

/** What is counted one by one: "12/15 xã" is twelve of fifteen, "2/3 diện tích" two thirds. */
const nouns = new Set(
  `ấp|ban|bài|bản|bến|bị cáo|bộ|buôn|ca|cán bộ|cái|câu|cây|chi bộ|chi đoàn|chỉ tiêu|chiếc|chợ|con|công chức|công trình|công đoàn|cơ quan|cơ sở|cử tri
|cháu|cuộc|doanh nghiệp|dự án|đại biểu|đảng bộ|đảng viên|điểm|đoàn viên|đô thị|đơn vị|đồng chí|đội|đoàn|em|gia đình|giáo viên|giờ|hội viên|học sinh|hồ|hộ|hội
|hợp tác xã|huyện|khâu|khu|kiến nghị|làng|lớp|lượt|mẫu|mô hình|môn|ngày|người|nhà máy|nhiệm vụ|nội dung|nước|phiếu|phòng|phường|quận|quốc gia|sản phẩm|sở
|tàu|thành phố|thành viên|thị trấn|thị xã|thôn|thương binh|tỉnh|tiêu chí|tổ|trạm|trận|trẻ|trường|tuyến|ủy viên|uỷ viên|vị|viên|vụ|việc|xã|xe|ý kiến`
    .replaceAll('\n', '')
    .split('|'),
)
const next = / ?(\p{L}{1,8})(?: (\p{L}{1,8}))?(?: (\p{L}{1,8}))?/uy

/** Does a noun that is counted one by one follow, `ahead` signs from here? Abbreviations are taken as they are said. */
export function countedNoun(place: Place, ahead: number): boolean {
  const found = matchHere(next, place, ahead)
  if (found === null) return false
  const [, one = '', two, three] = found
  const said = place.dictionary.byForm.get(one)?.[0]?.spoken
  if (said !== undefined) return nouns.has(said) || nouns.has(said.split(' ')[0] ?? '')
  const words = [one, two, three].filter((word) => word !== undefined).map((word) => word.toLowerCase())
  return words.some((_, last) => nouns.has(words.slice(0, last + 1).join(' ')))
}
