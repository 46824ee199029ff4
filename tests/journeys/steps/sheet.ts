import type { Page } from 'playwright-core'
import { within } from './within.ts'

/** The sheet's cell for one criterion. */
export function cell(page: Page, code: string) {
  return page.getByRole('textbox', { name: new RegExp(`^${code.replace('.', '\\.')} `) })
}

/** Types points from the first cell to the last with nothing but the keyboard, then the two texts. */
export async function scoreByKeyboard(page: Page, points: readonly string[], strengths: string, weaknesses: string): Promise<void> {
  await cell(page, 'I.1').focus()
  const { keyboard } = page
  for (const value of points) {
    await within(`${value} to be typed`, keyboard.type(value))
    await within('Enter', keyboard.press('Enter'))
  }
  await within('the strengths to be typed', keyboard.type(strengths))
  await within('Tab', keyboard.press('Tab'))
  await within('the weaknesses to be typed', keyboard.type(weaknesses))
}

/** Waits until the page says that everything typed is stored. */
export async function seeSaved(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: /^Đã lưu \d/ }).first().waitFor()
}

/** Sends the sheet on after the last look. */
export async function sendOn(page: Page, button: 'Gửi cấp trên chấm' | 'Hoàn thành chấm điểm'): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  await page.getByText('Đã gửi phiếu.').waitFor()
}
