import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secrecyOfName, secrecyOfStamp } from './secrecy.ts'

test('a mark of secrecy in a name is recognised, with its level', () => {
  const marked = {
    confidential: ['MẬT - Báo cáo.pdf', 'Kế hoạch (Mật).docx', 'KH_MẬT_2026.pdf', 'bao cao [mật].pdf', 'Báo cáo MẬT tháng 10.pdf'],
    secret: ['TỐI MẬT.pdf', 'toi_mat.pdf', 'Tối  mật.docx', 'TỐI MẬT.pdf'.normalize('NFD')],
    top_secret: ['Công văn tuyệt mật 12.pdf', 'TUYET MAT.pdf'],
  } as const
  for (const [level, names] of Object.entries(marked)) for (const name of names) assert.equal(secrecyOfName(name), level, name)
})

test('the sign of a classified number is recognised', () => {
  for (const [number, level] of [['12-KH/TM', 'secret'], ['Số 05-BC/BTCTU/TM', 'secret'], ['45_QD_TM.pdf', 'secret'], ['7/BC-UBND-M', 'confidential'], ['3-QĐ/TUM', 'top_secret']] as const) {
    assert.equal(secrecyOfName(number), level, number)
  }
  for (const number of ['12-KH/TU', '127-QĐ/TW', '05/BC-UBND', '9-CV/TMDV', 'TM. Ủy ban nhân dân.docx', 'Size M.png', 'Áo đồng phục 5-M.xlsx', '2026-11-01.pdf']) assert.equal(secrecyOfName(number), null, number)
})

test('ordinary words with the same syllable are not marks', () => {
  for (const name of ['Tập huấn bảo vệ bí mật nhà nước.pdf', 'BÍ MẬT NHÀ NƯỚC - TÀI LIỆU TẬP HUẤN.pdf', 'MẬT ĐỘ DÂN SỐ.xlsx', 'Đổi mật khẩu.docx', 'BẢO MẬT THÔNG TIN.pdf', 'Giải phóng mặt bằng.pdf', 'BIEN BAN MAT BANG.pdf', 'Tôi mất giấy tờ.docx', 'mật ong rừng.jpg', 'format.txt', 'Mặt trận Tổ quốc.pdf']) {
    assert.equal(secrecyOfName(name), null, name)
  }
})

test('a stamp is a paragraph of its own; a text about secrets is not classified', () => {
  assert.equal(secrecyOfStamp(['ĐẢNG BỘ TỈNH', '  MẬT ', 'Kế hoạch']), 'confidential')
  assert.equal(secrecyOfStamp(['[TỐI MẬT]', 'MẬT']), 'secret')
  assert.equal(secrecyOfStamp(['TUYỆT  MẬT'.normalize('NFD')]), 'top_secret')
  assert.equal(secrecyOfStamp(['Độ mật gồm MẬT, TỐI MẬT và TUYỆT MẬT.', 'Mật', 'mật', 'BÍ MẬT NHÀ NƯỚC', 'MẬT ĐỘ']), null)
})
