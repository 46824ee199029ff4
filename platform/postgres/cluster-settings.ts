import os from 'node:os'

/** What the cluster is for: `test` gives up durability for speed. */
export type Purpose = 'production' | 'test'

const megabyte = 1024 * 1024

/** Server settings for an office machine that also runs everything else; `memory` in bytes. */
export function clusterSettings(purpose: Purpose, memory: number = os.totalmem()): Record<string, string> {
  const share = Math.round(memory / 8 / megabyte)
  const buffers = Math.min(1024, Math.max(64, share))
  const common = {
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.max(256, Math.round(memory / 2 / megabyte))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, Math.max(64, buffers))}MB`,
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Errors and warnings quote rows and statements, that is, people; the program logs each by its code instead.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%m|%p|',
  }
  if (purpose === 'production') {
    return { ...common, max_connections: '60', max_wal_size: '1GB', checkpoint_timeout: '15min', wal_compression: 'on' }
  }
  return {
    ...common,
    shared_buffers: '128MB',
    max_connections: '120',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '2GB',
    autovacuum: 'off',
    io_method: 'sync',
    wal_level: 'minimal',
    max_wal_senders: '0',
  }
}
