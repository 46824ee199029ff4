import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { rulebookJsonSchema } from '#modules/evaluation/server/rulebook/index.ts'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { seenStatements } from '#tests/setup/seen-statements.ts'
import { templateDatabase } from '#tests/setup/template.ts'
import { testCluster, withMaintenance } from '#tests/setup/test-cluster.ts'
import { licencePage } from './licences.ts'
import { generateTypes } from './generate-types.ts'
import { printSchema } from './print-schema.ts'
import { storeSql } from './store-sql.ts'
import { usedIcons } from './used-icons.ts'

const root = path.join(import.meta.dirname, '../..')

type Contents = ReadonlyMap<string, string>

/** Writes every generated file anew from a freshly migrated database; answers the paths that changed. */
export async function writeGeneratedFiles(): Promise<string[]> {
  const changed: string[] = []
  const everything = [...(await generate()), ...(await withMigratedDatabase(async (url) => storeSql(await seenStatements(url))))]
  for (const [file, text] of everything) {
    if (readOrNothing(file) === text) continue
    writeFileSync(path.join(root, file), text)
    changed.push(file)
  }
  return changed
}

/**
 * The generated files that are not what the migrations and contracts would give now. The SQL of the store functions is
 * compared in `tests/statements.test.ts`, which drives the program anyway.
 */
export async function staleGeneratedFiles(): Promise<string[]> {
  const stale: string[] = []
  for (const [file, text] of await generate()) {
    const present = readOrNothing(file)
    if (present !== text) stale.push(`${file} is not up to date (npm run generate): ${firstDifference(present ?? '', text)}`)
  }
  return stale
}

async function generate(): Promise<Contents> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuocdo-generate-'))
  try {
    return await withMigratedDatabase(async (url) => {
      const types = path.join(folder, 'types.ts')
      await generateTypes(url, types)
      return new Map([
        ['database/types.ts', readFileSync(types, 'utf8')],
        ['database/schema.sql', await schemaOf(url)],
        ['modules/evaluation/rulebooks/rulebook.schema.json', rulebookJsonSchema()],
        ['docs/licences.md', licencePage()],
        ['ui/icons.tsx', usedIcons()],
      ])
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function schemaOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await printSchema(client)
  } finally {
    await client.end()
  }
}

async function withMigratedDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const name = `test_generate_${process.pid}_${randomBytes(3).toString('hex')}`
  const template = await templateDatabase()
  await withMaintenance((client) => client.query(`create database "${name}" template "${template}" strategy file_copy`))
  try {
    return await work(connectionUrl(await testCluster(), name))
  } finally {
    await withMaintenance((client) => client.query(`drop database "${name}" with (force)`))
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8')
  } catch {
    return undefined
  }
}

function firstDifference(present: string, wanted: string): string {
  const [a, b] = [present.split('\n'), wanted.split('\n')]
  const line = b.findIndex((text, index) => text !== a[index])
  return `line ${line + 1}: ${JSON.stringify(a[line] ?? '')} should be ${JSON.stringify(b[line] ?? '')}`
}
