import { spawn } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Writes the row types of a migrated database to `outFile` with kysely-codegen. */
export async function generateTypes(url: string, outFile: string): Promise<void> {
  const arguments_ = [
    join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    '--dialect', 'postgres', '--url', url, '--out-file', outFile, '--date-parser', 'string', '--log-level', 'error',
    '--type-mapping', JSON.stringify({ int8: 'number', timestamptz: 'ColumnType<Date, Date, Date>' }),
  ]
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`kysely-codegen ended with ${code}`))))
  })
  await appendFile(outFile, '\nexport type Database = DB;\n')
}
