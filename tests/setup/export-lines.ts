import { readExport } from '#platform/audit/read-export.ts'

/** Every line of an export of the ledger. */
export async function exportLines(file: string): Promise<string[]> {
  const lines: string[] = []
  for await (const line of readExport(file)) lines.push(line)
  return lines
}
