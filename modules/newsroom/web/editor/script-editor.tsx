import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { memo, useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { Notice } from '#ui/notice.tsx'
import { textNow, useText } from '#ui/text.ts'
import type { CommentMarks } from '../comments/use-comments.ts'
import type { Films } from '../media/use-films.ts'
import type { Block } from '../../domain/story/block.ts'
import type { StoryPerson } from '../../domain/story/story-person.ts'
import { attributesAt } from './block-node.ts'
import { blocksOf } from './blocks-of.ts'
import { docOf } from './doc-of.ts'
import { KeepHeldBlocks, type HeldBlocks } from './held-blocks.ts'
import { editorText } from './messages.ts'
import { ScriptPageContext } from './page-context.ts'
import { placeAt } from './place.ts'
import { scriptSchema, surroundingNodes } from './schema.ts'
import { ShownBlock } from './script-block.tsx'
import { ScriptKeys } from './script-keys.ts'
import { takeBlocks, writable } from './take-blocks.ts'
import c from './script-editor.module.css'

export interface ScriptEditorProps {
  label: string
  /** The blocks at this very moment. */
  blocks: () => readonly Block[]
  /** Another number takes `blocks` over into the page; until then writing is not disturbed. */
  version: number
  people: readonly StoryPerson[]
  /** The films it may show, by id. */
  films?: Films | undefined
  /** The day of broadcast, whose titles a super shows. */
  day?: CalendarDate | undefined
  readOnly?: boolean | undefined
  /** Blocks somebody else writes in just now: shown so, and kept from this page. */
  held?: HeldBlocks | undefined
  /** Open comments by block, shown beside them. */
  comments?: CommentMarks | undefined
  /** The block with the cursor, null when the page is left. */
  onBlock?: ((blockId: string | null) => void) | undefined
  /** All blocks after each change; those that did not change are the same objects as before. */
  onChange: (blocks: Block[]) => void
}

const nobody: HeldBlocks = new Map()
const noFilms: Films = new Map()

const extensions = [...surroundingNodes, ShownBlock, KeepHeldBlocks, ScriptKeys.configure({ hintWords: () => textNow(editorText).hints })]

/** Writes a script (kịch bản) as one flowing page, in which a block's kind is a label in the margin. It is not drawn again for what was written in it. */
export const ScriptEditor = memo(function ScriptEditor({ label, blocks, version, people, films = noFilms, day, readOnly = false, held = nobody, comments, onBlock, onChange }: ScriptEditorProps) {
  const words = useText(editorText)
  const [first] = useState(() => docOf(scriptSchema, writable(blocks())).toJSON() as object)
  // The same at every key: other options put the whole page through TipTap once more.
  const editorProps = useMemo(
    () => ({
      attributes: {
        ...(readOnly ? { role: 'article' } : { role: 'textbox', 'aria-multiline': 'true' }),
        'aria-label': label,
        spellcheck: 'false',
        lang: 'vi',
      },
    }),
    [label, readOnly],
  )
  const editor = useEditor({
    extensions,
    content: first,
    editable: !readOnly,
    injectCSS: false,
    editorProps,
    onUpdate: ({ editor: changed }) => onChange(blocksOf(changed.state.doc)),
  })
  // Where the page is long in coming, TipTap has given up the first editor by now, and the next render brings another.
  useEffect(() => {
    if (editor.isDestroyed) return
    const tr = takeBlocks(editor.state, editor.schema, blocks())
    if (tr !== null) editor.view.dispatch(tr)
    // Blocks are taken only with a new version.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor, version])
  useEffect(() => {
    if (!editor.isDestroyed) editor.setEditable(!readOnly, false)
  }, [editor, readOnly])
  const kind = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => {
      const place = isFocused ? placeAt(state.selection) : null
      return place === null ? null : attributesAt(place.node).kind
    },
  })
  const here = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => {
      const place = isFocused ? placeAt(state.selection) : null
      return place === null ? null : attributesAt(place.node).id
    },
  })
  useEffect(() => onBlock?.(here), [here, onBlock])
  const [refusedBy, setRefusedBy] = useState<string>()
  useEffect(() => {
    if (!editor.isDestroyed) Object.assign(editor.storage.keepHeldBlocks, { held, onRefused: setRefusedBy })
    if (held.size === 0) setRefusedBy(undefined)
  }, [editor, held])
  const page = useMemo(() => ({ people, films, day: day ?? null, readOnly, held, comments }), [people, films, day, readOnly, held, comments])
  return (
    <ScriptPageContext value={page}>
      <div className={c.page}>
        {refusedBy !== undefined && <Notice tone="warn" alert>{words.heldBy(refusedBy)}</Notice>}
        <EditorContent editor={editor} />
        {!readOnly && (
          <p role="status" className="td-hidden-text">
            {kind === null ? '' : words.kindOf(words.kinds[kind])}
          </p>
        )}
      </div>
    </ScriptPageContext>
  )
})
