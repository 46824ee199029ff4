import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { launchBrowser } from './browser.ts'

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end('<!doctype html><title>Thử</title><p>Chào đồng chí</p>')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => server.close())

test('the browser opens a page at the width of a phone', async () => {
  const browser = await launchBrowser({ width: 390, height: 844 })
  try {
    const page = await browser.context.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    assert.equal(await page.textContent('p'), 'Chào đồng chí')
    assert.equal(await page.evaluate(() => window.innerWidth), 390)
  } finally {
    await browser.close()
  }
})
