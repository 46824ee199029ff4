import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fontFiles = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
]

const compilers = new Map<string, NodeCompiler>()

function loadFonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  return fontFiles.map((file) => readFileSync(join(folder, file)))
}

function compilerFor(workspace: string): NodeCompiler {
  const ready = compilers.get(workspace)
  if (ready) return ready
  const created = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: loadFonts() }] })
  compilers.set(workspace, created)
  return created
}

/**
 * Compiles one template with its data to PDF/A-2b, on the calling thread. The data reaches the template only as
 * the JSON text `sys.inputs.data`, so nothing in it can become markup. `madeAt` is the date in the file, in Unix seconds:
 * same data, same moment, same bytes. Throws when the template itself is wrong.
 */
export function compileToPdf(workspace: string, main: string, data: string, madeAt: number): Uint8Array {
  const compiler = compilerFor(workspace)
  const result = compiler.compile({ mainFilePath: join(workspace, main), inputs: { data } })
  const document = result.result
  if (document === null || result.hasError()) {
    const failure = result.takeError()
    throw new Error(`document template ${main}: ${JSON.stringify(failure?.shortDiagnostics ?? [])}`)
  }
  const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: madeAt })
  compiler.evictCache(3)
  return pdf
}
