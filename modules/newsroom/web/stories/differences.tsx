import { useMemo } from 'react'
import { useText } from '#ui/text.ts'
import { blockChanges, type BlockChange } from '../../domain/diff/block-changes.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import c from './story.module.css'

/** What is different between two texts, block by block and word by word; nothing where they are alike. */
export function Differences({ before, after }: { before: readonly Block[]; after: readonly Block[] }) {
  const words = useText(newsroomText)
  const changes = useMemo(() => blockChanges(before, after), [before, after])
  if (changes.length === 0) return <p className="td-quiet">{words.alike}</p>
  return (
    <ol className={c.difference}>
      {changes.map((change, at) => (
        <li key={at}>
          <span className="td-quiet td-small">{words.changes[change.kind]}</span>
          <Change change={change} />
        </li>
      ))}
    </ol>
  )
}

function Change({ change }: { change: BlockChange }) {
  const words = useText(newsroomText)
  if (change.kind !== 'changed') {
    const text = textOf(change.block)
    return <p>{change.kind === 'removed' ? <del>{text}</del> : change.kind === 'added' ? <ins>{text}</ins> : text}</p>
  }
  return (
    <>
      {change.words.map(({ field, parts }) => (
        <p key={field}>
          {parts.map((part, at) => (part.kind === 'same' ? <span key={at}>{part.text}</span> : part.kind === 'removed' ? <del key={at}>{part.text}</del> : <ins key={at}>{part.text}</ins>))}
        </p>
      ))}
      {change.values.length > 0 && <p className="td-quiet td-small">{words.otherFields}</p>}
    </>
  )
}

function textOf(block: Block): string {
  if (block.kind === 'soundbite') return block.verbatim
  if (block.kind === 'super') return [block.name, block.title, block.organisation].filter((part) => part !== '').join(', ')
  return block.kind === 'film_start' ? '…' : block.text
}
