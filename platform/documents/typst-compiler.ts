import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { releaseDocuments } from './release-documents.ts'

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
  // Every template may import the parts of a paper as if they lay beside it.
  created.mapShadow(join(workspace, 'paper-parts.typ'), readFileSync(new URL('./paper-parts.typ', import.meta.url)))
  compilers.set(workspace, created)
  return created
}

/** What to compile: a template file inside its workspace folder, and the data as JSON text. */
export interface CompileRequest {
  readonly workspace: string
  readonly main: string
  readonly data: string
  /** the date written in the file, Unix seconds: same data, same moment, same bytes */
  readonly madeAt: number
  /** PDF/A-2a with the structure screen readers use; otherwise PDF/A-2u, smaller and faster. Templates read `sys.inputs.tagged`. */
  readonly tagged: boolean
}

function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, standard: string, request: CompileRequest): Buffer {
  const options = { pdfTags: request.tagged, creationTimestamp: request.madeAt }
  try {
    return compiler.pdf(document, { ...options, pdfStandard: standard })
  } catch (error) {
    // PDF/A forbids letters no font has (an emoji in a comment). Such a paper is still wanted: it prints with an empty box.
    if (error instanceof Error && error.message.includes('could not be displayed')) return compiler.pdf(document, options)
    throw error
  }
}

/**
 * Compiles one template with its data to PDF/A, on the calling thread. The data reaches the template only as
 * the JSON text `sys.inputs.data`, so nothing in it can become markup. A text with
 * letters no font has gives an ordinary PDF instead of PDF/A. Throws when the template itself is wrong.
 */
export function compileToPdf(request: CompileRequest): Uint8Array {
  const { workspace, main, data, tagged } = request
  const compiler = compilerFor(workspace)
  const result = compiler.compile({ mainFilePath: join(workspace, main), inputs: { data, tagged: String(tagged) } })
  const document = result.result
  if (document === null || result.hasError()) {
    const failure = result.takeError()
    throw new Error(`document template ${main}: ${JSON.stringify(failure?.shortDiagnostics ?? [])}`)
  }
  const pdf = exportPdf(compiler, document, tagged ? 'a-2a' : 'a-2u', request)
  compiler.evictCache(1)
  releaseDocuments(document.numOfPages)
  return pdf
}
