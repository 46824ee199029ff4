import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import type { Transaction } from '@tiptap/pm/state'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { CommentMark } from '../comments/comment-mark.tsx'
import { minutesSeconds } from '../../domain/prompter/cue-words.ts'
import type { BlockAttributes } from './block-attributes.ts'
import { attributesAt } from './block-node.ts'
import { changeKind } from './change-kind.ts'
import { choosePerson } from './choose-person.ts'
import { CutFields } from './cut-fields.tsx'
import { holdsCursor } from './hints.ts'
import { KindMenu } from './kind-menu.tsx'
import { editorText } from './messages.ts'
import { useScriptPage } from './page-context.ts'
import { perform } from './perform.ts'
import { PersonMenu, type PersonKind } from './person-menu.tsx'
import { ScriptBlock } from './schema.ts'
import { showMark } from './show-mark.ts'
import c from './script-editor.module.css'

function namesPerson(kind: string): kind is PersonKind {
  return kind === 'question' || kind === 'soundbite' || kind === 'super'
}

function SoundbiteMarks({ inMs, outMs }: BlockAttributes) {
  const words = useText(editorText)
  const language = useLanguage()
  const show = (ms: number | null) => (ms === null ? words.open : showMark(ms, language))
  return <span>{inMs === null && outMs === null ? words.notMarked : words.cut(show(inMs), show(outMs))}</span>
}

function FilmName({ mediaId }: { mediaId: string | null }) {
  const film = useScriptPage().films.get(mediaId ?? '')
  return film === undefined ? null : <span>{film.ms === null ? film.name : `${film.name} · ${minutesSeconds(film.ms)}`}</span>
}

function BlockView({ node, decorations, editor, getPos }: ReactNodeViewProps) {
  const words = useText(editorText)
  const { readOnly, day, held, comments } = useScriptPage()
  const attributes = attributesAt(node)
  const { kind, cuttable, personId } = attributes
  const holder = held.get(attributes.id)
  const reachable = holdsCursor(decorations)
  const act = (change: (tr: Transaction, from: number) => boolean) => {
    const from = getPos()
    if (from !== undefined) perform(editor.view, (tr) => change(tr, from))
  }
  const mark = (name: 'inMs' | 'outMs', ms: number | null) => {
    const from = getPos()
    // Without a look at the cursor: it stays where the words are, which may be out of sight.
    if (from !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(from, name, ms))
  }
  // The menu gives the focus to its button when it closes; writing goes on in the words.
  const leave = () => setTimeout(() => editor.isDestroyed || editor.view.focus(), 0)
  return (
    <NodeViewWrapper className={c.block} data-kind={kind} data-here={(reachable && !readOnly) || undefined}>
      <div className={c.margin} data-margin contentEditable={false}>
        {readOnly ? (
          <span className={c.kind}>{words.kinds[kind]}</span>
        ) : (
          <KindMenu
            kind={kind}
            cuttable={cuttable}
            reachable={reachable}
            onKind={(given) => act((tr, from) => changeKind(tr, from, given))}
            onCuttable={(may) => act((tr, from) => tr.setNodeAttribute(from, 'cuttable', may).docChanged)}
            onLeave={leave}
          />
        )}
        {namesPerson(kind) && (
          <PersonMenu
            kind={kind}
            personId={personId}
            reachable={reachable}
            onPerson={(person) => act((tr, from) => choosePerson(tr, from, person, day))}
            onLeave={leave}
          />
        )}
        <div className={c.facts}>
          {kind === 'soundbite' && readOnly && <SoundbiteMarks {...attributes} />}
          {kind === 'soundbite' && !readOnly && <CutFields inMs={attributes.inMs} outMs={attributes.outMs} reachable={reachable} onMark={mark} onLeave={leave} />}
          {kind === 'soundbite' && (attributes.inWords !== '' || attributes.outWords !== '') && <span>{words.cutWords(attributes.inWords, attributes.outWords)}</span>}
          {kind === 'film_start' && <FilmName mediaId={attributes.mediaId} />}
          {kind === 'unclassified' && attributes.line > 0 && <span>{words.line(attributes.line)}</span>}
          {holder !== undefined && <span className={c.held}>{words.writes(holder)}</span>}
          {cuttable && <span className={c.cuttable}>{words.cuttable}</span>}
          {comments !== undefined && <CommentMark blockId={attributes.id} marks={comments} reachable={reachable || readOnly} />}
        </div>
      </div>
      <NodeViewContent className={c.words} />
    </NodeViewWrapper>
  )
}

/** The block with its margin label. */
export const ShownBlock = ScriptBlock.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(BlockView, {
      // What happens in the margin is not for the page.
      stopEvent: ({ event }) => event.target instanceof Element && event.target.closest('[data-margin]') !== null,
      // The margin is drawn again when what it shows changes, not with every sign typed.
      update: ({ oldNode, newNode, oldDecorations, newDecorations, updateProps }) => {
        if (oldNode.attrs !== newNode.attrs || holdsCursor(oldDecorations) !== holdsCursor(newDecorations)) updateProps()
        return true
      },
    }),
})
