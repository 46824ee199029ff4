import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { sourceFiles } from '../run-tests.ts'

const root = path.join(import.meta.dirname, '../..')
const lines = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="2"'

interface Drawing {
  readonly path: string
  readonly isFilled: boolean
}

/**
 * `ui/icons.tsx`: of the six thousand icons of the package the sixty the screens name. The package keeps them in one
 * file; one module for each would be a third of all files an installation writes.
 */
export function usedIcons(): string {
  const drawings = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@iconify-json/tabler/icons.json'), 'utf8')) as { icons: Record<string, { body: string }> }
  const written = usedNames().map((name) => {
    const body = drawings.icons[kebab(name)]?.body
    if (body === undefined) throw new Error(`@iconify-json/tabler has no “${kebab(name)}” for ${name}`)
    const drawing = drawingOf(name, body)
    return `export const ${name} = icon('${drawing.path}'${drawing.isFilled ? ", 'filled'" : ''})\n`
  })
  return `// Written by \`npm run generate\`: the icons the screens use, of Tabler Icons (MIT, © Paweł Kuna).\nimport { icon } from './icon.tsx'\n\n${written.join('')}`
}

function usedNames(): string[] {
  const imported = /import \{([^}]*)\} from '(?:#ui|\.)\/icons\.tsx'/g
  const texts = sourceFiles().filter((file) => file.endsWith('.tsx')).map((file) => readFileSync(path.join(root, file), 'utf8'))
  const names = texts.flatMap((text) => [...text.matchAll(imported)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim())))
  return [...new Set(names.filter((name) => name !== ''))].toSorted()
}

/** `IconPlayerPauseFilled` → `player-pause-filled`. */
function kebab(name: string): string {
  return name.replace(/^Icon/, '').replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase()
}

/** One path for the whole: each begins at an absolute point, so that they can follow one another. */
function drawingOf(name: string, body: string): Drawing {
  const paths = [...body.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => fromPoint(path))
  const isFilled = !body.includes(lines)
  const rest = body.replaceAll(/<\/?g[^>]*>|<path[^>]*>/g, '')
  if (rest !== '' || paths.some((one) => !one.startsWith('M')) || (isFilled && !body.includes('fill="currentColor"'))) throw new Error(`${name} is drawn by more than paths: ${body}`)
  return { path: paths.join(''), isFilled }
}

/** A first offset is a point all the same; with further offsets after it the letter may not become the point's. */
function fromPoint(path: string): string {
  return /^m-?[\d.]+[ ,]?-?[\d.]+[a-zA-Z]/.test(path) ? `M${path.slice(1)}` : path
}
