import type { Fault } from '#platform/audit/verify-export.ts'
import type { ProofFault } from '#platform/audit/verify-proof.ts'

/** What is wrong, in Vietnamese and English. */
interface Words {
  readonly vi: string
  readonly en: string
}

export const faultWords: Readonly<Record<Fault, Words>> = {
  'no-header': { vi: 'Tệp không bắt đầu bằng phần đầu của sổ nhật ký', en: 'the file does not begin with the header of a ledger' },
  'not-readable': { vi: 'Không đọc được mục này: dòng đã bị sửa hoặc hỏng', en: 'this entry cannot be read: the line was changed or damaged' },
  'out-of-place': { vi: 'Dòng không thuộc chỗ này', en: 'a line that does not belong here' },
  'other-ledger': { vi: 'Thuộc sổ nhật ký của đơn vị khác', en: 'belongs to the ledger of another body' },
  missing: { vi: 'Thiếu mục này: đã bị xóa', en: 'this entry is missing: it was removed' },
  'out-of-order': { vi: 'Sai thứ tự: mục lặp lại hoặc bị chuyển chỗ', en: 'out of order: repeated or moved' },
  'entry-changed': { vi: 'Nội dung không khớp dấu của mục: đã bị sửa', en: 'the content does not match its hash: it was changed' },
  'link-changed': { vi: 'Dấu nối không khớp: mục bị chen vào, tráo đổi, hoặc dấu bị sửa', en: 'the link does not match: inserted, exchanged, or its hash was changed' },
  'chain-broken': { vi: 'Không nối với phần trước hoặc không dẫn đến đầu chuỗi đã ghi', en: 'does not follow the part before, or does not lead to the stated head' },
  'ends-early': { vi: 'Tệp kết thúc trước mục này: phần cuối đã bị cắt', en: 'the file ends before this entry: its end was cut off' },
  'set-missing': { vi: 'Thiếu tập kết quả mà mục này công bố', en: 'the set of results this entry made known is missing' },
  'set-changed': { vi: 'Tập kết quả không khớp dấu gốc đã công bố', en: 'the set of results does not have the root that was made known' },
  'set-unknown': { vi: 'Có tập kết quả mà không mục nào công bố', en: 'a set of results that no entry made known' },
  'anchor-changed': { vi: 'Không khớp mốc ngày: toàn bộ chuỗi đến đây đã bị làm lại', en: 'does not match the daily anchor: the chain up to here was made again' },
  'anchor-missing': { vi: 'Mốc ngày nói sổ còn dài hơn: phần sau đã bị cắt', en: 'a daily anchor says the ledger was longer: what follows was cut off' },
  'timestamp-wrong': { vi: 'Dấu thời gian không đúng', en: 'the timestamp is not right' },
  'proof-elsewhere': { vi: 'Bằng chứng nói mục này có dấu khác', en: 'the proof says this entry has another hash' },
}

export const proofWords: Readonly<Record<ProofFault, Words>> = {
  'not-readable': { vi: 'Không phải tệp bằng chứng, hoặc đã bị sửa', en: 'not a proof file, or changed' },
  'other-root': { vi: 'Kết quả trong tệp không dẫn đến dấu gốc: nội dung đã bị sửa', en: 'the result does not lead to the root: it was changed' },
  'root-not-printed': { vi: 'Dấu gốc khác với dấu gốc đã cho', en: 'the root is not the one given' },
  'entry-names-other': { vi: 'Mục nhật ký trong tệp công bố tập kết quả khác', en: 'the ledger entry made another set known' },
  'link-wrong': { vi: 'Dấu nối không khớp mục nhật ký', en: 'the link does not match the ledger entry' },
}
