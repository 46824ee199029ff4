import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '#kernel/refusal.ts'
import { readWorkbook } from './read-workbook.ts'
import { spreadsheetMessages, spreadsheetRefusals } from './refusals.ts'
import type { WorkbookLimits } from './workbook-limits.ts'
import { writeWorkbook } from './write-workbook.ts'

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (inner: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

/** A package as another program would write it, to try what our own writer never produces. */
function packageParts(sheetXml: string, workbookPr = ''): Record<string, Uint8Array> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  return {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(`<workbook ${main}>${workbookPr}<sheets><sheet name="Trang 1" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'styles', 'styles.xml'))),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}>${sheetXml}</worksheet>`),
  }
}

function packageOf(sheetXml: string, workbookPr = ''): Uint8Array {
  return zipSync(packageParts(sheetXml, workbookPr))
}

async function refusalOf(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<string> {
  try {
    await readWorkbook(bytes, limits)
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return error.code
  }
  return 'read'
}

const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`

describe('a workbook read', () => {
  it('tells apart text, number, boolean, error, formula and empty cells', async () => {
    const [sheet] = await readWorkbook(
      packageOf(
        row(
          '<c r="A1" t="inlineStr"><is><t>Cam Lộ</t></is></c><c r="B1"><v>2.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c>' +
            '<c r="E1"><f>B1*2</f><v>5</v></c><c r="F1" t="str"><f>"a"</f><v>a</v></c><c r="H1"><v>7</v></c>',
        ),
      ),
    )
    assert.deepEqual(sheet?.rows[0], [
      { ref: 'A1', kind: 'text', value: 'Cam Lộ'.normalize('NFC') },
      { ref: 'B1', kind: 'number', value: 2.5 },
      { ref: 'C1', kind: 'boolean', value: true },
      { ref: 'D1', kind: 'error', value: '#REF!' },
      { ref: 'E1', kind: 'formula', value: 5, formula: 'B1*2' },
      { ref: 'F1', kind: 'formula', value: 'a', formula: '"a"' },
      { ref: 'G1', kind: 'empty', value: null },
      { ref: 'H1', kind: 'number', value: 7 },
    ])
  })

  it('flags every cell of a shared formula', async () => {
    const [sheet] = await readWorkbook(
      packageOf(row('<c r="A1"><f t="shared" ref="A1:B1" si="0">C1+1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>')),
    )
    assert.deepEqual(sheet?.rows[0]?.map((cell) => cell.kind), ['formula', 'formula'])
  })

  it('turns serial dates into calendar dates in both date systems', async () => {
    const cells = '<c r="A1" s="1"><v>46112</v></c><c r="B1" s="2"><v>61</v></c><c r="C1" s="2"><v>46112.75</v></c>'
    const dates = async (workbookPr: string) => (await readWorkbook(packageOf(row(cells), workbookPr)))[0]?.rows[0]?.map((cell) => cell.value)
    assert.deepEqual(await dates(''), ['2026-03-31', '1900-03-01', '2026-03-31'])
    assert.deepEqual(await dates('<workbookPr date1904="1"/>'), ['2030-04-01', '1904-03-02', '2030-04-01'])
  })

  it('does not invent a date for a time of day or for a number no calendar has', async () => {
    const [sheet] = await readWorkbook(packageOf(row('<c r="A1" s="1"><v>0.5</v></c><c r="B1" s="1"><v>99999999999</v></c>')))
    assert.deepEqual(sheet?.rows[0]?.map((cell) => [cell.kind, cell.value]), [['text', '12:00'], ['error', '#NUM!']])
  })

  it('names merged cells and leaves out formatted but empty rows at the end', async () => {
    const [sheet] = await readWorkbook(
      packageOf(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Gộp</t></is></c></row><row r="900"><c r="C900" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
      ),
    )
    assert.deepEqual(sheet?.merges, ['A1:C1'])
    assert.equal(sheet?.rows.length, 1)
    assert.equal(sheet?.rows[0]?.length, 1)
  })

  it('normalises NFD text', async () => {
    const [sheet] = await readWorkbook(packageOf(row(`<c r="A1" t="inlineStr"><is><t>${'Đào Mạnh'.normalize('NFD')}</t></is></c>`)))
    assert.equal(sheet?.rows[0]?.[0]?.value, 'Đào Mạnh'.normalize('NFC'))
  })

  it('reads 10,000 rows of 15 columns whole', async () => {
    const columns = Array.from({ length: 15 }, (_, index) => ({ header: `Cột ${index}`, width: 12, kind: 'text' as const }))
    const rows = Array.from({ length: 10_000 }, (_, at) => columns.map((_column, index) => `Nguyễn Văn ${at}-${index}`))
    const [sheet] = await readWorkbook(await writeWorkbook({ title: 'x', sheets: [{ name: 'A', columns, rows }] }))
    assert.equal(sheet?.rows.length, 10_001)
    assert.deepEqual(sheet?.rows[10_000]?.[14], { ref: 'O10001', kind: 'text', value: 'Nguyễn Văn 9999-14' })
  })
})

describe('a file that is not an .xlsx workbook is refused with its own code', () => {
  const ole = (inner: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inner, 'utf16le')])
  const cases: [string, Uint8Array, string][] = [
    ['an empty file', new Uint8Array(), 'spreadsheet.empty_file'],
    ['an old .xls file', ole('Workbook'), 'spreadsheet.old_excel'],
    ['a workbook with a password', ole('EncryptedPackage'), 'spreadsheet.encrypted'],
    ['an old Word file', ole('WordDocument'), 'spreadsheet.other_office_file'],
    ['a CSV file', strToU8('Mã,Họ tên\n01,Nguyễn Văn An\n'), 'spreadsheet.plain_text'],
    ['a CSV file in UTF-16', Buffer.from('\ufeffMã;Tên', 'utf16le'), 'spreadsheet.plain_text'],
    ['a web page named .xls', strToU8('\ufeff<html><table><tr><td>1'), 'spreadsheet.web_page'],
    ['a PDF', strToU8('%PDF-1.7\n\u0000'), 'spreadsheet.other_office_file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'spreadsheet.not_a_workbook'],
    ['a renamed .docx', zipSync({ '[Content_Types].xml': strToU8(contentTypes), 'word/document.xml': strToU8('<w/>') }), 'spreadsheet.other_office_file'],
    ['a renamed .ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<o/>') }), 'spreadsheet.other_office_file'],
    ['an .xlsb file', zipSync({ '[Content_Types].xml': strToU8(contentTypes), 'xl/workbook.bin': new Uint8Array(9) }), 'spreadsheet.binary_excel'],
    ['some other zip', zipSync({ 'a.txt': strToU8('a') }), 'spreadsheet.not_a_workbook'],
    ['half a workbook', packageOf(row('')).slice(0, 600), 'spreadsheet.damaged'],
    ['a workbook without its sheet', zipSync({ '[Content_Types].xml': strToU8(contentTypes), 'xl/a.xml': strToU8('<a/>') }), 'spreadsheet.damaged'],
  ]
  for (const [name, bytes, code] of cases) {
    it(`${name}: ${code}`, async () => assert.equal(await refusalOf(bytes), code))
  }

  it('every code has Vietnamese and English words', () => {
    assert.deepEqual(Object.keys(spreadsheetMessages), Object.keys(spreadsheetRefusals))
    for (const words of Object.values(spreadsheetMessages)) assert.equal(words.vi, words.vi.normalize('NFC'))
  })
})

describe('a workbook made to harm is refused before it does', () => {
  it('a file above the size limit', async () => {
    const file = new Uint8Array(51 * 1024 * 1024)
    assert.equal(await refusalOf(file), 'spreadsheet.too_large')
  })

  it('a zip bomb, by its ratio', async () => {
    const parts = packageParts('')
    parts['xl/sharedStrings.xml'] = new Uint8Array(20 * 1024 * 1024).fill(32)
    assert.equal(await refusalOf(zipSync(parts)), 'spreadsheet.expands_too_much')
  })

  it('a zip bomb, by its total, in a part that is never read', async () => {
    assert.equal(await refusalOf(zipSync({ ...packageParts(''), 'xl/media/a.bin': new Uint8Array(900_000) }), { maxUnpackedBytes: 800_000 }), 'spreadsheet.expands_too_much')
  })

  it('a zip bomb that lies about its size in the directory', async () => {
    const parts = packageParts('')
    parts['xl/sharedStrings.xml'] = new Uint8Array(5_000_000).fill(32)
    const zip = Buffer.from(zipSync(parts))
    for (let at = 0; (at = zip.indexOf(Buffer.from('504b0102', 'hex'), at)) >= 0; at += 4) {
      if (zip.readUInt32LE(at + 24) === 5_000_000) zip.writeUInt32LE(1_000, at + 24)
    }
    assert.equal(await refusalOf(zip), 'spreadsheet.expands_too_much')
  })

  it('thousands of entries', async () => {
    const parts = { ...packageParts(''), ...Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`xl/a${index}.xml`, new Uint8Array(1)])) }
    assert.equal(await refusalOf(zipSync(parts, { level: 0 })), 'spreadsheet.expands_too_much')
  })

  it('an entity bomb, and any document type declaration', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><sst><si><t>&lol2;</t></si></sst>'
    assert.equal(await refusalOf(zipSync({ ...packageParts(''), 'xl/sharedStrings.xml': strToU8(bomb) })), 'spreadsheet.forbidden_xml')
    const wide = new Uint8Array(Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le'))
    assert.equal(await refusalOf(zipSync({ ...packageParts(''), 'xl/sharedStrings.xml': wide })), 'spreadsheet.forbidden_xml')
  })

  it('two lone cells at the far corners of a sheet', async () => {
    const corners = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert.equal(await refusalOf(packageOf(corners)), 'spreadsheet.too_many_rows')
  })

  it('too many rows, columns or sheets, even beyond an empty stretch', async () => {
    const far = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="60000"><c r="A60000"><v>1</v></c></row></sheetData>'
    assert.equal(await refusalOf(packageOf(far)), 'spreadsheet.too_many_rows')
    assert.equal(await refusalOf(packageOf(row('<c r="IV1"><v>1</v></c>'))), 'spreadsheet.too_many_columns')
    assert.equal(await refusalOf(packageOf(row('')), { maxSheets: 0 }), 'spreadsheet.too_many_sheets')
  })
})
