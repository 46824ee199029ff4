import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { testCluster, withMaintenance } from '#tests/setup/test-cluster.ts'

// Holds the test cluster up until Ctrl-C, so that databases kept after a failure can be looked at.
const cluster = await testCluster()
const kept = await withMaintenance((client) =>
  client.query<{ name: string }>("select datname as name from pg_database where datname ~ '^test_' order by 1"),
)
for (const { name } of kept.rows) process.stdout.write(`${connectionUrl(cluster, name)}\n`)
process.stdout.write(`${connectionUrl(cluster, 'postgres')}\n`)
setInterval(() => undefined, 60_000)
