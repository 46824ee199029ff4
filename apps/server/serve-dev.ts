import path from 'node:path'
import type { Arguments } from './arguments.ts'
import type { Undos } from './start-up.ts'

/** Serves the screens from their sources at the asked port, passing /api on to the program. For programmers. */
export async function serveDev(args: Arguments, programUrl: string, undos: Undos): Promise<string> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: path.join(import.meta.dirname, '../web'),
    configFile: path.join(import.meta.dirname, '../web/vite.config.ts'),
    server: { port: args.port, host: args.host, strictPort: true, proxy: { '/api': programUrl } },
    logLevel: 'warn',
  })
  await vite.listen()
  undos.add(() => vite.close())
  return `http://${args.host}:${args.port}`
}
