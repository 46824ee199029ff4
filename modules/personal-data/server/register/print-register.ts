import type { CalendarDate } from '#kernel/calendar-date.ts'
import { dayInWords, formatVietnameseDate } from '#kernel/calendar-date.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { query } from '#platform/http/handler.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { monthsInWords } from '../../domain/period-words.ts'
import { recordClasses, type RecordClass } from '../../domain/record-classes.ts'
import { periodInForce, type Confidence, type Ending } from '../../domain/retention.ts'
import { mustAnswerForAll } from '../whole-committee.ts'
import { loadPeriods, type StoredPeriod } from './load-periods.ts'
import { shippedRegister, termsOf } from './shipped-register.ts'

type Rows = readonly (readonly [label: string, value: string])[]

const known: Record<Confidence, string> = { text: 'đã xem văn bản', secondary: 'theo nguồn dẫn lại', unverified: 'chưa đối chiếu được với văn bản' }
const ends: Record<Exclude<Ending, 'with'>, string> = {
  proposal: 'Chương trình đề xuất, người có quyền xác nhận, hai người cùng làm',
  automatic: 'Tự động',
  never: 'Không xóa',
  outside: 'Ngoài chương trình',
}
/** In the order the paper numbers them. */
const sources = Object.entries(shippedRegister.sources)
const folder = new URL('./templates/', import.meta.url)

/** In hồ sơ hoạt động xử lý: the register with the periods in force and the measures, for the dossier of the level. */
export const printRegister = query(registerRoutes.printRegister, async ({ query: asked, actor, read, now, today, record }) => {
  await mustAnswerForAll(read, actor, today)
  const { name: body } = await read.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
  const guard = await read.selectFrom('accounts_policy').where('tenant_id', '=', actor.tenantId).select(['second_factor', 'two_persons']).executeTakeFirst()
  const periods = await loadPeriods(read, actor.tenantId)
  const roman = ['I', 'II', 'III', 'IV', 'V'].map((numeral) => numeral + (asked.heading === 'party' ? '-' : '.'))
  const parts = [
    part('Thông tin chung', [], [{ name: '', rows: generalRows(body, today, guard) }]),
    part('Các loại dữ liệu cá nhân', [`Chương trình giữ ${recordClasses.length} loại dữ liệu cá nhân dưới đây; mọi bảng của cơ sở dữ liệu đã được xếp vào một loại hoặc được xác định là không có dữ liệu cá nhân.`], recordClasses.map((recordClass, at) => ({ name: `${at + 1}. ${shippedRegister.classes[recordClass].name.vi}`, rows: classRows(recordClass, periods, today) }))),
    part('Văn bản làm căn cứ', ['Mức độ đối chiếu được ghi rõ; văn bản chưa đối chiếu cần bộ phận pháp chế của cơ quan xem lại trước khi dùng làm căn cứ.'], [{ name: '', rows: sources.map(([, source], at) => [`Văn bản ${at + 1} (${known[source.confidence]})`, source.vi] as const) }]),
    part('Biện pháp kỹ thuật', [], [{ name: '', rows: shippedRegister.measures.map((measure) => [measure.of, measure.does] as const) }]),
    part('Phần cơ quan tự bảo đảm', ['Chỉ định người phụ trách bảo vệ dữ liệu cá nhân; ban hành thời hạn lưu cho loại dữ liệu chưa có; đặt chứng thư số và mã hóa ổ đĩa của máy chủ; giữ khóa khôi phục tách khỏi máy chủ; xóa bản sao lưu đã chép ra nơi khác khi hết hạn; lưu nhật ký của hệ điều hành.'], []),
  ]
  const bytes = await renderPdf(
    { folder, main: 'register.typ' },
    {
      title: 'Hồ sơ hoạt động xử lý dữ liệu cá nhân',
      heading: asked.heading,
      body: body.toLocaleUpperCase('vi'),
      number: asked.heading === 'party' ? 'Số ......-HS/......' : 'Số: ....../HS-......',
      dateline: `....., ngày ${dayInWords(today)}`,
      parts: parts.map((one, at) => ({ ...one, heading: `${roman[at] ?? ''} ${one.heading}` })),
      signatures: ['Người phụ trách bảo vệ dữ liệu cá nhân', 'Thủ trưởng cơ quan'],
    },
    { at: now, tagged: true },
  )
  record({ action: 'personal-data.register.printed', subject: { kind: 'tenant', id: actor.tenantId }, data: { asOf: shippedRegister.as_of } })
  return { contentType: 'application/pdf', fileName: `ho-so-xu-ly-du-lieu-ca-nhan-${today}.pdf`, bytes }
})

function part(heading: string, paragraphs: readonly string[], sections: readonly { readonly name: string; readonly rows: Rows }[]) {
  return { heading, paragraphs, sections }
}

function generalRows(body: string, today: CalendarDate, guard: { readonly second_factor: string; readonly two_persons: string } | undefined): Rows {
  return [
    ['Bên kiểm soát và xử lý', body],
    ['Hệ thống', 'Thước Đo: theo dõi, đánh giá, xếp loại chất lượng cán bộ, công chức'],
    ['Ngày lập', formatVietnameseDate(today)],
    ['Căn cứ cập nhật đến', formatVietnameseDate(shippedRegister.as_of)],
    ['Xác thực hai lớp', guard === undefined || guard.second_factor === 'required' ? 'Bắt buộc với người quyết định, quản trị, xuất dữ liệu' : 'Tùy chọn, theo thiết lập của cơ quan'],
    ['Việc do hai người cùng làm', guard === undefined || guard.two_persons === 'required' ? 'Bắt buộc' : 'Đang tắt, theo thiết lập của cơ quan'],
    ['Chuyển dữ liệu ra nước ngoài', 'Chương trình không chuyển; không gọi ra ngoài trừ địa chỉ quản trị viên khai báo'],
    ['Xử lý tự động, trí tuệ nhân tạo', 'Chương trình tính điểm theo công thức của bộ quy định và giải thích từng bước; mức xếp loại do người có thẩm quyền quyết định; không dùng trí tuệ nhân tạo'],
  ]
}

function classRows(recordClass: RecordClass, periods: readonly StoredPeriod[], today: CalendarDate): Rows {
  const shipped = shippedRegister.classes[recordClass]
  const named = (ids: readonly string[]): string => `Văn bản ${ids.map((id) => sources.findIndex(([name]) => name === id) + 1).sort((a, b) => a - b).join(', ')} tại mục III`
  return [
    ['Nội dung', shipped.contents.vi],
    ['Mục đích', shipped.purpose.vi],
    ['Mức nhạy cảm', shipped.sensitive_because === undefined ? 'Cơ bản' : `Nhạy cảm: ${shipped.sensitive_because.vi}`],
    ['Người nhận', shipped.recipients.vi],
    ['Căn cứ xử lý', named(shipped.basis)],
    ['Tính thời hạn từ', `${shipped.starts.vi}${shipped.counted_from === 'year_end' && shipped.ends === 'proposal' ? ' (từ hết năm đó)' : ''}`],
    ['Thời hạn lưu', periodWords(recordClass, periods, today)],
    ['Căn cứ thời hạn', named(shipped.period)],
    ['Kết thúc', [shipped.with === undefined ? ends[shipped.ends as Exclude<Ending, 'with'>] : `Cùng “${shippedRegister.classes[shipped.with].name.vi}”`, shipped.ends_note?.vi].filter((text) => text !== undefined).join('. ')],
  ]
}

/** The period in force with what it rests on; says so where nobody has set one. */
function periodWords(recordClass: RecordClass, periods: readonly StoredPeriod[], today: CalendarDate): string {
  const shipped = shippedRegister.classes[recordClass]
  if (shipped.ends !== 'proposal') return shipped.with === undefined ? 'Không đặt thời hạn riêng' : `Theo “${shippedRegister.classes[shipped.with].name.vi}”`
  const set = periods.filter((period) => period.recordClass === recordClass)
  const inForce = periodInForce(termsOf(recordClass), set, today)
  if (inForce === null) return 'Thời hạn do cơ quan quyết định; chưa quy định, chưa xóa'
  const period = inForce.months === null ? 'Vĩnh viễn' : monthsInWords(inForce.months, 'vi')
  if (inForce.source === 'shipped') return `${period} (mặc định của chương trình: ${shipped.unless_set?.why.vi.toLocaleLowerCase('vi') ?? ''})`
  if (inForce.source === 'minimum') return `${period} (mức tối thiểu)`
  const ground = set.filter((one) => one.from <= today && one.months === inForce.months).at(-1)
  return ground === undefined ? period : `${period}, theo văn bản số ${ground.groundNumber} ngày ${formatVietnameseDate(ground.groundDate)} của ${ground.groundIssuer}`
}
