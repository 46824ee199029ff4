import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countSyllables, defaultDictionary, dictionaryOf, speak, spokenText } from './index.ts'
import { integerWords } from './number-words.ts'
import { romanValue } from './roman.ts'

const dictionary = dictionaryOf(defaultDictionary)
const said = (text: string, own = dictionary): string => spokenText(speak(text, own))
const sayings = (pairs: Readonly<Record<string, string>>): void => assert.deepEqual(Object.fromEntries(Object.keys(pairs).map((written) => [written, said(written)])), pairs)

test('whole numbers are said to the last trillion, with mốt, tư, lăm, linh and không trăm in their places', () => {
  const words = { 0: 'không', 10: 'mười', 11: 'mười một', 14: 'mười bốn', 15: 'mười lăm', 21: 'hai mươi mốt', 24: 'hai mươi tư', 25: 'hai mươi lăm', 100: 'một trăm', 104: 'một trăm linh bốn', 105: 'một trăm linh năm', 115: 'một trăm mười lăm', 1005: 'một nghìn không trăm linh năm', 2018: 'hai nghìn không trăm mười tám', 1_000_000: 'một triệu', 1_000_005: 'một triệu không trăm linh năm' }
  assert.deepEqual(Object.fromEntries(Object.keys(words).map((value) => [value, integerWords(BigInt(value))])), words)
  assert.equal(integerWords(10n ** 12n), 'một nghìn tỷ')
  assert.equal(integerWords(10n ** 15n), 'một triệu tỷ')
  assert.equal(integerWords(2n * 10n ** 9n + 18n), 'hai tỷ không trăm mười tám')
  assert.throws(() => integerWords(-1n), RangeError)
})

test('Roman numerals are read in their one correct form', () => {
  assert.deepEqual(['I', 'IV', 'XIX', 'XL', 'MMXVIII', 'IIII', 'VX', 'IC', ''].map(romanValue), [1, 4, 19, 40, 2018, null, null, null, null])
})

test('what the golden set does not hold: ranges of Roman numerals, quarters of a year, letters after loại, foreign telephone prefixes', () => {
  sayings({
    'thế kỷ XIX-XX': 'thế kỷ mười chín đến hai mươi',
    'quý I/2018, quý 3/2018': 'quý một năm hai nghìn không trăm mười tám quý ba năm hai nghìn không trăm mười tám',
    'loại C và loại II': 'loại xê và loại hai',
    '(+84) 912 345 678; (0233) 3852 124': 'cộng tám bốn chín một hai ba bốn năm sáu bảy tám không hai ba ba ba tám năm hai một hai bốn',
    'Ê-đê, H’Mông và K’Brăng': "ê-đê h'mông và k'brăng",
    'lúc 7g, 7g vàng, 1m65': 'lúc bảy giờ bảy gam vàng một mét sáu mươi lăm',
    '$5 triệu, 12€': 'năm triệu đô la mười hai ơ rô',
    'TT số 12/2018/TT-BNV, 9h05p, hiệp một 1-0': 'thông tư số mười hai năm hai nghìn không trăm mười tám bộ nội vụ chín giờ năm phút hiệp một một không',
    'nhiệt độ -5°C, từ 10 -15°C': 'nhiệt độ âm năm độ xê từ mười đến mười lăm độ xê',
    '1,2,3; 1,000,000; 3,14159': 'một hai ba một triệu ba phẩy một bốn một năm chín',
    'mỗi ngày 5 chuyến, 3 ngày 2 đêm, ngày 5': 'mỗi ngày năm chuyến ba ngày hai đêm ngày mùng năm',
    '99/99/2018, 31/13, 25:61': 'chín mươi chín chín mươi chín năm hai nghìn không trăm mười tám ba mươi mốt trên mười ba hai mươi lăm sáu mươi mốt',
  })
})

test('a line in capitals is words, an unknown abbreviation in it as well as outside is spelled', () => {
  assert.equal(said('XÃ SUỐI ĐÁ GIỮ NHỊP SAU KHI VỀ ĐÍCH'), 'xã suối đá giữ nhịp sau khi về đích')
  assert.equal(said('Phong trào TOÀN DÂN ĐOÀN KẾT của UBND xã'), 'phong trào toàn dân đoàn kết của ủy ban nhân dân xã')
  assert.equal(said('Đội XYZ và BKS'), 'đội ích y dét và bê ca ét')
})

test('what a committee puts into its dictionary takes the place of the shipped entry, everywhere it stood', () => {
  const own = dictionaryOf(defaultDictionary, [
    { written: 'TT', spoken: 'Trung tâm' },
    { written: 'XYZ', spoken: 'xưởng y dược' },
    { written: 'e-mail'.normalize('NFD'), spoken: 'thư điện tử' },
    { written: 'xã ta', spoken: 'xã của chúng ta' },
    { written: 'lớp', spoken: 'khối lớp', when: 'number' },
  ])
  assert.equal(said('TT Hồ Xá, TT 12, XYZ, e-mail'), 'thị trấn hồ xá thông tư mười hai ích y dét e-mail')
  assert.equal(said('TT Hồ Xá, TT 12, XYZ, e-mail', own), 'trung tâm hồ xá trung tâm mười hai xưởng y dược thư điện tử')
  assert.equal(said('Ở xã ta, xã tây, lớp học và lớp 5.', own), 'ở xã của chúng ta xã tây lớp học và khối lớp năm')
})

test('a piece stands where it was written, for a prompter to follow word by word', () => {
  const pieces = speak('Xã có 21 thôn.', dictionary)
  assert.deepEqual(
    pieces.filter((piece) => piece.spoken !== '').map(({ from, to, written, spoken, syllables }) => [from, to, written, spoken, syllables]),
    [
      [0, 2, 'Xã', 'xã', 1],
      [3, 5, 'có', 'có', 1],
      [6, 8, '21', 'hai mươi mốt', 3],
      [9, 13, 'thôn', 'thôn', 1],
    ],
  )
})

test('decomposed letters, non-breaking blanks, zero-width signs and the Icelandic Ð are read as what they look like', () => {
  const plain = 'Đảng ủy xã thông qua Nghị quyết số 07-NQ/ĐU ngày 5/9/2018'
  const odd = `\ufeff${plain.normalize('NFD').replaceAll(' ', '\u00a0').replace('7', '7\u200b').replace('-', '\u2011')}`.replaceAll('Đ', 'Ð')
  assert.equal(said(odd), said(plain))
  assert.equal(speak(odd, dictionary).map((piece) => piece.written).join(''), odd)
  assert.deepEqual([...speak('', dictionary), ...speak('\u200b', dictionary)].map(({ from, to, written, spoken }) => [from, to, written, spoken]), [[0, 1, '\u200b', '']])
})

test('syllables are vowel groups, a Vietnamese word has one, foreign ones what their reader says', () => {
  const counts = { 'hai mươi mốt': 3, 'quốc khuyên nghiệp giữa oai': 5, 'in-tơ-nét': 3, internet: 3, facebook: 2, online: 2, covid: 2, www: 1, karaoke: 4, "k'brăng": 1, '': 0 }
  assert.deepEqual(Object.fromEntries(Object.keys(counts).map((words) => [words, countSyllables(words)])), counts)
})

const fragment = fc.oneof(
  fc.constantFrom('ngày ', 'tháng ', 'quý ', 'thứ ', 'từ ', 'đến ', 'tỷ số ', 'số ', 'TT ', 'TP. ', 'Quy định ', 'mùng ', 'giờ ', ' xã', '%', ' - ', '-', '/', '.', ',', ':', "'", '"', '+', '$', '°C', 'km', 'm2', '\n', '\u00a0', 'Đ/c', 'XIV', 'QĐ', 'Ủy'.normalize('NFD'), '@', '.vn', '😀', '\ud800'),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.string({ maxLength: 4 }),
)
const scrap = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''))

test('whatever is written, the pieces are the text without a gap, and no figure or mark is left in what is said', () => {
  fc.assert(
    fc.property(scrap, (text) => {
      const pieces = speak(text, dictionary)
      let at = 0
      for (const piece of pieces) {
        assert.equal(piece.from, at)
        assert.ok(piece.to > piece.from)
        assert.equal(piece.written, text.slice(piece.from, piece.to))
        at = piece.to
      }
      assert.equal(at, text.length)
      assert.doesNotMatch(spokenText(pieces), /[0-9%/.,:$+@]|^ | {2}| $|undefined/)
    }),
    { numRuns: 500 },
  )
})

test('every number that is said is said the same again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (value) => {
      const words = integerWords(value)
      assert.equal(said(words), words)
      assert.equal(countSyllables(words), words.split(' ').length)
    }),
    { numRuns: 200 },
  )
})

test('thousands of signs of one kind are read in a moment', () => {
  for (const unit of ['A', 'a', '1', '1.', '1/', '1-', 'a.', 'A-', 'X', "1'", 'QĐ/', '0 ', 'a@', '\u0301', '- ', 'ĐU ', 'ngày 5, ']) {
    const text = unit.repeat(5000 / unit.length)
    const began = performance.now()
    const pieces = speak(text, dictionary)
    const took = performance.now() - began
    assert.equal(pieces.at(-1)?.to, text.length)
    assert.ok(took < 2000, `${unit}: ${Math.round(took)} ms`)
  }
})
