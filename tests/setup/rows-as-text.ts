import pg from 'pg'

/** Every row of every table as PostgreSQL writes it, as a dump would hold it; read as the owner. */
export async function rowsAsText(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
    const parts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from public.${name} t`)
      parts.push(...rows.map(({ line }) => line))
    }
    return parts.join('\n')
  } finally {
    await client.end()
  }
}

/** The ways a text could stand in a dump: as it is, its digits in groups, as hexadecimal bytes, in base64. */
export function waysToWrite(text: string): string[] {
  const bytes = Buffer.from(text)
  // Base64 of a text within another shifts by up to two characters: the middle of each shift is looked for.
  const shifted = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4))
  return [text, text.replace(/(\d{3})(?=\d)/g, '$1 '), text.replace(/(\d{3})(?=\d)/g, '$1.'), bytes.toString('hex'), ...shifted]
}
