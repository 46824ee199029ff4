import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { evidenceAddress, evidenceKinds, evidenceName, promisedKind, requireNotSecret, requireWhatItSays } from './evidence.ts'

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('kinds of files a cadre may attach', () => {
  for (const name of ['Báo cáo.pdf', 'a.DOCX', 'ảnh.JPG', 'ảnh.jpeg', 'số liệu.csv', 'x.heic', 'tờ trình.odt']) promisedKind(name)
  for (const name of ['gói.zip', 'cài đặt.exe', 'cũ.doc', 'trang.html', 'không đuôi', '.pdf', 'macro.docm', 'a.pdf.exe', 'hình.svg']) {
    assert.throws(() => promisedKind(name), refused('evaluation.evidence.kind-refused'), name)
  }
})

test('the name is kept without path, invisible signs and split accents', () => {
  assert.equal(evidenceName('C:\\Users\\a\\báo cáo.pdf'), 'báo cáo.pdf')
  assert.equal(evidenceName('../../etc/x.txt'), 'x.txt')
  assert.equal(evidenceName('hóa đơn\u202Efdp.exe'), 'hóa đơnfdp.exe')
  assert.equal(evidenceName('Báo cáo.pdf'.normalize('NFD')), 'Báo cáo.pdf'.normalize('NFC'))
})

test('content must be what the name says, for every kind', () => {
  for (const [extension, { found }] of Object.entries(evidenceKinds)) {
    const kind = promisedKind(`a.${extension}`)
    requireWhatItSays(`a.${extension}`, kind, found)
    for (const other of ['zip', 'exe', 'unknown', found === 'pdf' ? 'docx' : 'pdf']) {
      assert.throws(
        () => requireWhatItSays(`a.${extension}`, kind, other),
        (error: unknown) => {
          assert.ok(error instanceof Refusal)
          assert.deepEqual({ code: error.code, ...error.data }, { code: 'evaluation.evidence.not-what-it-says', fileName: `a.${extension}`, found: other, expected: found })
          return true
        },
      )
    }
  }
})

test('a link’s name with a mark of secrecy is refused', () => {
  assert.throws(() => requireNotSecret('Kế hoạch (Mật).docx'), refused('evaluation.evidence.classified'))
  requireNotSecret('Tập huấn bảo vệ bí mật nhà nước')
})

test('a link is an http or https address without a name or password in it', () => {
  assert.equal(evidenceAddress('  https://camlo.quangtri.gov.vn/van-ban?id=12#trang-2 '), 'https://camlo.quangtri.gov.vn/van-ban?id=12#trang-2')
  assert.equal(evidenceAddress('http://10.0.0.5:8080/vb'), 'http://10.0.0.5:8080/vb')
  assert.equal(evidenceAddress('https://[2001:db8::1]/a'), 'https://[2001:db8::1]/a')
  for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://a.vn/x', 'https://an:matkhau@a.vn', 'https://a.vn@b.vn/', 'https://', 'https:///x', 'camlo.gov.vn/x', 'https://a b.vn', 'https://a.vn/x y', 'https://a.vn\\@b.vn', 'https://-.vn', '', 'https://a.vn/\u202Egpj']) {
    assert.throws(() => evidenceAddress(bad), refused('evaluation.evidence.bad-address'), bad)
  }
})
