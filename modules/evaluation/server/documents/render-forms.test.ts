import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractText } from 'unpdf'
import { monthsFromQuarters } from './form-months.ts'
import { renderForm01, renderForm02, renderForms01 } from './render-forms.ts'
import { rootMarks } from './root-mark.ts'
import { appendixCriteria, blankForm01, sampleForm01, sampleForm02 } from './sample-forms.ts'

const at = new Date('2026-12-25T03:00:00Z')

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(pdf.slice(), { mergePages: false })
  return text.map((page) => page.normalize('NFC').replace(/\s+/g, ' '))
}

async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join(' ')
}

function assertInOrder(text: string, labels: readonly string[]): void {
  let from = 0
  for (const label of labels) {
    const found = text.indexOf(label, from)
    assert.notEqual(found, -1, `"${label}" must follow ${JSON.stringify(text.slice(Math.max(0, from - 40), from))}`)
    from = found + label.length
  }
}

const form01Labels = [
  'Mẫu số 01',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC',
  '(Kỳ theo dõi, đánh giá:',
  'Họ và tên:',
  'Chức vụ, chức danh:',
  'Đơn vị công tác:',
  'I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG',
  'TT',
  'Tiêu chí chấm điểm',
  'Điểm tối đa',
  'Điểm do cá nhân tự chấm',
  '(1)',
  '(2)',
  '(3)',
  '(4)',
  ...appendixCriteria.flatMap((row) => [row.code.split('.').at(-1) ?? '', row.name, row.max.replace('.', ',')]),
  'Tổng cộng',
  '30',
  'II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC',
  '1. Điểm tiêu chí chung:',
  '2. Điểm tiêu chí kết quả thực hiện nhiệm vụ:',
  '3. Tổng điểm theo dõi, đánh giá công chức:',
  '4. Ưu điểm:',
  '5. Hạn chế, khuyết điểm:',
  '6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá:',
  'CÔNG CHỨC TỰ ĐÁNH GIÁ',
  '(Ký tên, ghi rõ họ tên)',
  'CẤP CÓ THẨM QUYỀN',
  'THEO DÕI, ĐÁNH GIÁ',
  '(Ký tên, ghi rõ họ tên)',
  'Ghi rõ kỳ theo dõi là tháng/quý ... năm... .',
]

const levels = ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Không hoàn thành nhiệm vụ']

describe('Mẫu số 01', () => {
  it('carries every label of Appendix II in its order', async () => {
    assertInOrder(await textOf(await renderForm01(sampleForm01, at)), form01Labels)
    assertInOrder(await textOf(await renderForm01(blankForm01, at)), form01Labels)
  })

  it('prints points with a decimal comma, the dates in words and the verifying line', async () => {
    assertInOrder(await textOf(await renderForm01(sampleForm01, at)), [
      'ỦY BAN NHÂN DÂN XÃ CAM LỘ',
      'PHÒNG KINH TẾ',
      '(Kỳ theo dõi, đánh giá: quý I năm 2026)',
      'Họ và tên: Nguyễn Thị Hồng Đào',
      '10 9,5',
      '1. Điểm tiêu chí chung: 28,00',
      '2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: 59,50',
      '3. Tổng điểm theo dõi, đánh giá công chức: 87,50',
      'Cam Lộ, ngày 02 tháng 4 năm 2026',
      'Lê Quang Mạnh',
      'Mã hồ sơ: 0198f3c2-7d1e-7a44-9a3b-2f6d5a1c0e77 · Mã kiểm tra: 7F3A-19C2',
    ])
  })

  it('keeps the dotted lines of the form where nothing was written', async () => {
    const text = await textOf(await renderForm01(blankForm01, at))
    const between = (start: string, end: string) => text.slice(text.indexOf(start), text.indexOf(end))
    assert.ok((between('5. Hạn chế', '6. Ý kiến').match(/\./g) ?? []).length > 200)
    assert.ok(text.includes('....., ngày....tháng.....năm.....'))
    assert.ok(!(await textOf(await renderForm01(sampleForm01, at))).includes('......'))
  })

  it('prints a hostile name letter for letter', async () => {
    const fullName = '#import "x": * $a^2$ *đậm* _nghiêng_ \\ [ ] { } <nhãn> @ref `mã` // = - + ~ #panic("!")'
    const text = await textOf(await renderForm01({ ...sampleForm01, fullName, strengths: `= Đề mục\n#read("/etc/passwd")\n+ một` }, at))
    assertInOrder(text, [`Họ và tên: ${fullName}`, '4. Ưu điểm: = Đề mục', '#read("/etc/passwd")', '+ một'])
  })

  it('prints NFD text as NFC and leaves out what has no printed form', async () => {
    const fullName = 'Nguyễn Thị Hồng Đào'.normalize('NFD') + '\u0007\u202e'
    const text = await textOf(await renderForm01({ ...sampleForm01, fullName }, at))
    assert.ok(text.includes('Họ và tên: Nguyễn Thị Hồng Đào Chức vụ'))
  })

  it('survives letters no font has', async () => {
    const pdf = await renderForm01({ ...sampleForm01, fullName: 'Trần 漢字 😀 Bình' }, at)
    assert.match(await textOf(pdf), /Họ và tên: Trần .*Bình Chức vụ/)
  })

  it('lets a long text flow over pages and numbers them', async () => {
    const comment = 'Đề nghị phát huy tinh thần trách nhiệm trong thực thi công vụ. '.repeat(150)
    const pages = await pagesOf(await renderForm01({ ...sampleForm01, comment }, at))
    assert.ok(pages.length >= 3)
    pages.forEach((page, index) => assert.ok(page.includes(`Trang ${index + 1}/${pages.length}`), page.slice(-120)))
    assert.equal(pages.join(' ').split('Đề nghị phát huy').length - 1, 150)
  })

  it('does not number a form of one page', async () => {
    const pages = await pagesOf(await renderForm01({ ...blankForm01, criteriaRows: appendixCriteria.slice(0, 1) }, at))
    assert.equal(pages.length, 1)
    assert.ok(!pages[0]?.includes('Trang'))
  })

  it('starts every person on a new page, each with its own page numbers', async () => {
    const names = ['Nguyễn Văn An', 'Lê Thị Bình', 'Phạm Văn Cường']
    const pages = await pagesOf(await renderForms01(names.map((fullName) => ({ ...sampleForm01, fullName })), at))
    assert.equal(pages.length, 6)
    names.forEach((name, index) => {
      assert.ok(pages[index * 2]?.includes(`Họ và tên: ${name}`))
      assert.ok(pages[index * 2]?.includes('Trang 1/2'))
      assert.ok(pages[index * 2 + 1]?.includes('Trang 2/2'))
    })
  })

  it('gives the same bytes for the same form and moment, and says it is PDF/A', async () => {
    const first = await renderForm01(sampleForm01, at)
    assert.deepEqual(await renderForm01(sampleForm01, at), first)
    assert.match(Buffer.from(first).toString('latin1'), /pdfaid:part>2</)
  })
})

describe('Mẫu số 02', () => {
  it('carries every label of Appendix II in its order', async () => {
    assertInOrder(await textOf(await renderForm02({ ...sampleForm02, months: [], proposedFollowUp: null }, at)), [
      'Mẫu số 02',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC',
      'Năm 2026',
      'Họ và tên:',
      'Chức vụ, chức danh:',
      'Đơn vị công tác:',
      'I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ',
      'Tháng',
      'Tổng điểm theo dõi, đánh giá',
      'Ghi chú',
      '1 2 3 4 5 6 7 8 9 10 11 12',
      'Tổng điểm trung bình cả năm',
      'II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG',
      ...levels,
      'III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CỦA CẤP CÓ THẨM QUYỀN CÔNG CHỨC',
      ...levels,
      'IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ',
      'CÔNG CHỨC TỰ XẾP LOẠI',
      '(Ký tên, ghi rõ họ tên)',
      'CẤP CÓ THẨM QUYỀN XẾP LOẠI',
      '(Ký tên, ghi rõ họ tên)',
      'Việc xếp loại chất lượng công chức căn cứ vào quy định tại Điều 20 Nghị định này.',
      'Việc đề xuất phương án xử lý căn cứ quy định tại Điều 23 Nghị định này.',
    ])
  })

  it('ticks the level chosen and no other', async () => {
    const text = await textOf(await renderForm02({ ...sampleForm02, selfLevel: 'excellent', decidedLevel: null }, at))
    assertInOrder(text, ['II. CÔNG', '☑ Hoàn thành xuất sắc', '☐ Hoàn thành tốt', '☐ Hoàn thành nhiệm vụ', '☐ Không', 'III. KẾT QUẢ'])
    assert.ok(!text.slice(text.indexOf('III. KẾT QUẢ')).includes('☑'))
  })

  it('shows a quarter in its three months where the body scores by quarter', async () => {
    const text = await textOf(await renderForm02(sampleForm02, at))
    assertInOrder(text, ['1 87,50 Điểm quý I', '3 87,50 Điểm quý I', '4 91,25 Điểm quý II', '12 93,10 Điểm quý IV', '89,96'])
  })

  it('leaves the months of a quarter without a score empty', () => {
    assert.deepEqual(monthsFromQuarters([{ quarter: 2, total: null }]), [
      { month: 4, total: null, note: '' },
      { month: 5, total: null, note: '' },
      { month: 6, total: null, note: '' },
    ])
  })
})

describe('the root of a published set', () => {
  it('stands at the foot of every page with the number of results under it, and nowhere before publication', async () => {
    const set = { root: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328', size: 214 }
    const texts = await Promise.all([set, null].map(async (each) => textOf(await renderForm01({ ...sampleForm01, verification: { recordId: 'x', shortHash: 'y', set: each } }, at))))
    assert.equal(texts[0]?.match(/Dấu gốc của 214 kết quả công bố cùng đợt: 5dc9da79a70659a9 ad559cb701ded9a2 ab9d823aad2f4960 cfe370eff4604328/g)?.length, 2)
    assert.doesNotMatch(texts[1] ?? '', /Dấu gốc/)
  })

  it('is drawn once for all forms under it', () => {
    const marks = rootMarks([{ set: { root: 'a'.repeat(64) } }, null, { set: null }, { set: { root: 'a'.repeat(64) } }, { set: { root: 'b'.repeat(64) } }])
    assert.deepEqual(Object.keys(marks), ['a'.repeat(64), 'b'.repeat(64)])
    assert.deepEqual(marks['a'.repeat(64)]?.slice(0, 4), [0x89, 0x50, 0x4e, 0x47])
  })
})
