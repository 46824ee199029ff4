import assert from 'node:assert/strict'
import { test } from 'node:test'
import { specOf, type SheetKey } from '#modules/organisation/domain/import/columns.ts'
import { writeWorkbook, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { page, goTo, become, troubles } = await visitorOf(running)
await become('tochuc')

function sheet(key: SheetKey, rows: readonly (readonly WrittenValue[])[]): WorkbookSheet {
  const spec = specOf(key)
  return { name: spec.title, columns: spec.columns.map((column) => ({ header: column.header, width: 14, kind: 'text' })), rows }
}

async function send(name: string, sheets: WorkbookSheet[]): Promise<void> {
  await goTo('/organisation/import')
  const buffer = Buffer.from(await writeWorkbook({ title: 'Nhập', sheets }))
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('the tree shows today, and on an earlier day what there was then', async () => {
  await goTo('/organisation')
  await page.getByText('Phòng Kinh tế').first().waitFor()
  await checkScreen(page, 'organisation-tree')
  await goTo('/organisation?date=2025-06-30')
  await page.getByText('Đang xem tổ chức theo ngày 30/06/2025').waitFor()
  await page.getByText('huyện Cam Lộ').first().waitFor()
  await checkScreen(page, 'organisation-tree-before')
})

test('a unit shows its posts, who holds them, and its past', async () => {
  await goTo('/organisation')
  await page.getByRole('link', { name: 'Phòng Kinh tế' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Phòng Kinh tế' }).waitFor()
  await page.getByText('Trưởng phòng').first().waitFor()
  await checkScreen(page, 'organisation-unit')
})

test('people are found without accents, and a person shows posts over time', async () => {
  await goTo('/organisation/people')
  await checkScreen(page, 'organisation-people')
  const name = (await page.getByRole('row').nth(1).getByRole('link').first().innerText()).trim()
  await goTo(`/organisation/search?q=${encodeURIComponent(name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'))}`)
  await page.getByRole('link', { name }).first().waitFor()
  await checkScreen(page, 'organisation-search')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await checkScreen(page, 'organisation-person')
})

test('a workbook with mistakes is shown cell by cell and cannot be stored', async () => {
  await goTo('/organisation/import')
  await checkScreen(page, 'organisation-import')
  await send('con-loi.xlsx', [sheet('people', [['MOI1', 'Đặng Thị Mơ', 'Nữ', '02/09/1990'], ['MOI2', 'Lý Văn Sai', 'Khác', '31/02/1990']])])
  await page.getByText('Tệp còn chỗ sai nên chưa lưu được').waitFor()
  await page.getByText('Ô D3, Ngày sinh:').waitFor()
  await page.getByText('Không phải ngày có thật').waitFor()
  assert.equal(await page.getByRole('button', { name: /^Lưu \d+ thay đổi/ }).count(), 0)
  await checkScreen(page, 'organisation-import-refused')
})

test('the mended workbook is stored when confirmed, and the same again changes nothing', async () => {
  const sheets = [sheet('people', [['MOI1', 'Đặng Thị Mơ', 'Nữ', '02/09/1990'], ['MOI2', 'Lý Văn Đúng', 'Nam', '28/02/1990']])]
  await send('da-sua.xlsx', sheets)
  await page.getByText('Tệp hợp lệ, chờ xác nhận').waitFor()
  await checkScreen(page, 'organisation-import-ready')
  await page.getByRole('button', { name: 'Lưu 2 thay đổi' }).click()
  await page.getByText('Đã thêm 2 dòng, thay đổi 0 dòng, giữ nguyên 0 dòng.').waitFor()
  await checkScreen(page, 'organisation-import-confirmed')
  await send('gui-lai.xlsx', sheets)
  await page.getByText('Mọi dòng đều giống dữ liệu đang có').waitFor()
  await goTo('/organisation/search?q=dang%20thi%20mo')
  await page.getByRole('link', { name: 'Đặng Thị Mơ' }).waitFor()
})

test('nothing failed behind the screens', () => assert.deepEqual(troubles, []))
