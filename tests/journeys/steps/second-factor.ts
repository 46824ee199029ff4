import type { Page } from 'playwright-core'
import { codeAt } from '#tests/setup/accounts-program.ts'

/** Sets an authenticator application up on the page of one's own account, up to the recovery codes; answers its secret. */
export async function setUpTotp(page: Page, now: Date): Promise<string> {
  await page.getByRole('button', { name: 'Thiết lập ứng dụng xác thực' }).click()
  await page.getByRole('img', { name: /^Mã QR/ }).waitFor()
  const secret = ((await page.locator('p', { hasText: /^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/ }).textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel(/^2\. Nhập mã 6 số/).fill(codeAt(secret, now))
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Mã khôi phục của bạn' }).waitFor()
  return secret
}
