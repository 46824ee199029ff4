import type { Locator } from 'playwright-core'

/** Types into the search of a product picker and takes the first hit, once only hits are listed: a list that changes under the pointer swallows the click. */
export async function pickProduct(dialog: Locator, typed: string, hit: RegExp): Promise<void> {
  await dialog.getByRole('searchbox').first().fill(typed)
  const listed = dialog.getByRole('listitem')
  await listed.filter({ hasNotText: hit }).first().waitFor({ state: 'detached' })
  await listed.getByRole('button', { name: hit }).first().click()
}
