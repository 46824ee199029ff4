import http, { type ServerResponse } from 'node:http'
import pg from 'pg'

/**
 * The limit the newsroom is compared with: a Node handler that reads and writes the same rows in one statement each, and says every change of a rundown by
 * LISTEN and NOTIFY; without session, rights, validation or ledger. Started as its own process: `node bench/newsroom-bare-server.ts PORT CONNECTION_JSON`.
 */
const [port, connection] = process.argv.slice(2)
if (port === undefined || connection === undefined) throw new Error('newsroom-bare-server PORT CONNECTION_JSON')
const config = JSON.parse(connection) as pg.PoolConfig
const pool = new pg.Pool({ ...config, max: 10 })
const listener = new pg.Client(config)
const open = new Set<ServerResponse>()

const rundownStatement = `select i.id, i.order_key, i.kind, i.title, i.planned_ms, i.film_ms, i.fixed_start_ms, i.floated, i.cuttable, i.cut_blocks, i.stage, i.started_at, i.ended_at, i.revision,
    s.id as story_id, s.title as story_title, s."column", s.state, s.version, v.hash, p.full_name as reader, r.name, r.on_date, r.start_ms, r.out_ms, r.changes
  from newsroom_rundown r
  join newsroom_rundown_item i on i.tenant_id = r.tenant_id and i.rundown_id = r.id
  left join newsroom_story s on s.tenant_id = r.tenant_id and s.id = i.story_id
  left join newsroom_story_version v on v.tenant_id = r.tenant_id and v.story_id = s.id and v.version = s.version
  left join organisation_person p on p.tenant_id = r.tenant_id and p.id = i.reader_id
  where r.tenant_id = $1 and r.id = $2
  order by i.order_key, i.id`

const changeStatement = `with item as (
    update newsroom_rundown_item set planned_ms = $3, revision = revision + 1, changed_at = now() where tenant_id = $1 and id = $2 returning rundown_id),
  counted as (
    update newsroom_rundown r set changes = changes + 1, changed_at = now() from item where r.tenant_id = $1 and r.id = item.rundown_id returning r.changes)
  select pg_notify('rundown', changes::text) from counted`

const findStatement = `select s.id, s.title, s."column", s.category, s.state, s.air, s.aired_at, s.author_id, s.unit_id, v.content
  from newsroom_story_search w
  join newsroom_story s on s.tenant_id = w.tenant_id and s.id = w.story_id
  join newsroom_story_version v on v.tenant_id = s.tenant_id and v.story_id = s.id and v.version = s.version
  where w.tenant_id = $1 and w.folded @@ $2::tsquery
  order by w.story_id desc limit 50`

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bare')
  const given = (name: string): string | null => searchParams.get(name)
  if (pathname === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 0\n\n')
    open.add(response)
    response.on('close', () => open.delete(response))
    return
  }
  const asked =
    pathname === '/change'
      ? pool.query({ name: 'change', text: changeStatement, values: [given('tenantId'), given('itemId'), Number(given('plannedMs'))] })
      : pathname === '/find'
        ? pool.query({ name: 'find', text: findStatement, values: [given('tenantId'), given('query')] })
        : pool.query({ name: 'rundown', text: rundownStatement, values: [given('tenantId'), given('rundownId')] })
  asked.then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})

await listener.connect()
listener.on('notification', ({ payload }) => {
  for (const response of open) response.write(`data: ${payload ?? ''}\n\n`)
})
await listener.query('listen rundown')
server.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void Promise.all([pool.end(), listener.end()]).then(() => process.exit(0)))
})
