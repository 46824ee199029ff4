import http from 'node:http'
import pg from 'pg'
import { pageStatement, saveStatement } from './bare-statements.ts'

/**
 * The limit we compare with: a Node handler that does the same SQL work in one statement, without session, rights,
 * validation or ledger reading. Started as its own process: `node bench/bare-server.ts PORT CONNECTION_JSON`.
 */
const [port, connection] = process.argv.slice(2)
if (port === undefined || connection === undefined) throw new Error('bare-server PORT CONNECTION_JSON')
const pool = new pg.Pool({ ...(JSON.parse(connection) as pg.PoolConfig), max: 10 })

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    answer(request.url ?? '', Buffer.concat(parts).toString('utf8')).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
})

async function answer(url: string, text: string): Promise<string> {
  const input = JSON.parse(text === '' ? '{}' : text) as Record<string, string>
  if (url === '/save') {
    await pool.query({
      name: 'save',
      text: saveStatement,
      values: [input['tenantId'], input['campaignId'], input['personId'], JSON.stringify(input['points']), input['strengths'], input['weaknesses'], new Date()],
    })
    return '{"version":1}'
  }
  const query = new URL(url, 'http://bare').searchParams
  const found = await pool.query({
    name: 'page',
    text: pageStatement,
    values: [query.get('tenantId'), query.get('campaignId'), query.get('name') ?? '', query.get('id') ?? '00000000-0000-0000-0000-000000000000'],
  })
  return JSON.stringify(found.rows.slice(0, 50))
}

server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void pool.end().then(() => process.exit(0)))
})
