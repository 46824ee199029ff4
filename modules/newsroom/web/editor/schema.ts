import { getSchema, Node, type Attribute } from '@tiptap/core'
import { blankAttributes, readAttribute, type BlockAttributes } from './block-attributes.ts'

const ScriptDocument = Node.create({ name: 'doc', topNode: true, content: 'block*' })

const ScriptText = Node.create({ name: 'text' })

const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  marks: '',
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})

function attribute<K extends keyof BlockAttributes>(name: K): Attribute {
  const written = `data-block-${name.toLowerCase()}`
  return {
    default: blankAttributes[name],
    keepOnSplit: false,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(written)
      return text === null ? blankAttributes[name] : readAttribute[name](text)
    },
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === null ? {} : { [written]: String(attributes[name]) }),
  } as Attribute
}

/** One block (đoạn) of the page. Its lines are paragraphs: the words, the three lines of a super, one empty line of a film start. */
export const ScriptBlock = Node.create({
  name: 'block',
  content: 'paragraph+',
  selectable: false,
  defining: true,
  addAttributes: () =>
    Object.fromEntries((Object.keys(blankAttributes) as (keyof BlockAttributes)[]).map((name) => [name, attribute(name)])),
  parseHTML: () => [{ tag: 'div[data-block-kind]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
})

/** The nodes around the block, which is given apart because the screen adds its view to it. */
export const surroundingNodes = [ScriptDocument, ScriptText, Paragraph]

/** The schema of a script, without a screen. */
export const scriptSchema = getSchema([...surroundingNodes, ScriptBlock])
