import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import type { ResultsList } from './form-inputs.ts'
import { writeResultsList } from './results-list.ts'

const list: ResultsList = {
  issuer: { superiorBody: 'Ủy ban nhân dân xã Cam Lộ', issuingBody: 'Văn phòng' },
  title: 'Danh sách kết quả theo dõi, đánh giá công chức',
  periodLabel: 'Quý I năm 2026',
  sourceNote: null,
  scopeLabel: 'Các phòng, ban thuộc Ủy ban nhân dân xã',
  rows: [
    {
      code: '00017',
      fullName: 'Nguyễn Thị Hồng Đào',
      title: 'Chuyên viên',
      unit: 'Phòng Kinh tế',
      peerGroup: 'Chuyên viên kinh tế',
      generalPoints: '28.00',
      taskPoints: '59.50',
      total: '87.50',
      provisionalLevel: 'Hoàn thành tốt',
      decidedLevel: 'Hoàn thành tốt',
      note: '',
    },
    {
      code: '00018',
      fullName: '=Lê Quang Mạnh',
      title: 'Trưởng phòng',
      unit: 'Phòng Kinh tế',
      peerGroup: 'Lãnh đạo phòng',
      generalPoints: null,
      taskPoints: null,
      total: null,
      provisionalLevel: 'Chưa đủ dữ liệu',
      decidedLevel: '',
      note: 'Nghỉ thai sản từ 02/01/2026',
    },
  ],
  preparer: { heading: 'Người lập danh sách', name: 'Trần Văn Hải' },
  signer: { heading: 'Thủ trưởng cơ quan', name: null },
  place: 'Cam Lộ',
  date: '2026-04-08',
}

describe('the list of results', () => {
  it('has its title lines, one numbered row per person with numbers as numbers, and the signatures', async () => {
    const [sheet] = await readWorkbook(await writeResultsList(list))
    const filled = sheet?.rows.map((row) => row.filter((cell) => cell.kind !== 'empty').map((cell) => cell.value)).filter((row) => row.length > 0)
    assert.deepEqual(filled, [
      ['ỦY BAN NHÂN DÂN XÃ CAM LỘ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['VĂN PHÒNG', 'Độc lập - Tự do - Hạnh phúc'],
      ['DANH SÁCH KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC'],
      ['Quý I năm 2026'],
      ['Các phòng, ban thuộc Ủy ban nhân dân xã'],
      ['STT', 'Mã số', 'Họ và tên', 'Chức vụ, chức danh', 'Đơn vị công tác', 'Nhóm nhiệm vụ tương đồng', 'Điểm tiêu chí chung', 'Điểm kết quả thực hiện nhiệm vụ', 'Tổng điểm', 'Mức dự kiến', 'Mức quyết định', 'Ghi chú'],
      [1, '00017', 'Nguyễn Thị Hồng Đào', 'Chuyên viên', 'Phòng Kinh tế', 'Chuyên viên kinh tế', 28, 59.5, 87.5, 'Hoàn thành tốt', 'Hoàn thành tốt'],
      [2, '00018', '=Lê Quang Mạnh', 'Trưởng phòng', 'Phòng Kinh tế', 'Lãnh đạo phòng', 'Chưa đủ dữ liệu', 'Nghỉ thai sản từ 02/01/2026'],
      ['Cam Lộ, ngày 08 tháng 4 năm 2026'],
      ['NGƯỜI LẬP DANH SÁCH', 'THỦ TRƯỞNG CƠ QUAN'],
      ['(Ký tên, ghi rõ họ tên)', '(Ký tên, ghi rõ họ tên)'],
      ['Trần Văn Hải'],
    ])
  })

  it('prints on A4 landscape with the header row on every page', async () => {
    const parts = unzipSync(await writeResultsList(list))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    assert.match(part('xl/worksheets/sheet1.xml'), /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/)
    assert.match(part('xl/workbook.xml'), /_xlnm\.Print_Titles[^>]*>[^<]*\$8:\$8</)
    assert.match(part('xl/worksheets/sheet1.xml'), /<autoFilter ref="A8:L10"/)
    assert.match(part('xl/styles.xml'), /formatCode="#,##0\.00"|numFmtId="4"/)
  })
})
