import { memo } from 'react'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import type { Cue } from '../../domain/prompter/lines.ts'
import { minutesSeconds } from '../../domain/prompter/cue-words.ts'
import { prompterText } from './messages.ts'
import type { PrompterItem, ScreenLine } from './screen-lines.ts'
import c from './prompter.module.css'

/** Every line, drawn once; it moves as one layer and is drawn anew only when words or settings change. */
export const PrompterLines = memo(function PrompterLines({ lines }: { lines: readonly ScreenLine[] }) {
  const words = useText(prompterText)
  return (
    <>
      {lines.map((line, at) => (
        <Line key={keyOf(line)} line={line} at={at} />
      ))}
      <p className={c.end}>{lines.length === 0 ? words.empty : words.end}</p>
    </>
  )
})

function keyOf(line: ScreenLine): string {
  return `${line.part}:${line.placeId}:${'words' in line ? (line.words[0]?.index ?? 0) : 0}`
}

function Line({ line, at }: { line: ScreenLine; at: number }) {
  const words = useText(prompterText)
  switch (line.part) {
    case 'title':
      return (
        <div data-line={at} className={c.title}>
          <h2>
            {line.number}. {line.of.title}
          </h2>
          <ItemState item={line.of} />
        </div>
      )
    case 'refused':
      return (
        <div data-line={at} className={c.refused}>
          <strong>{words.notApproved}</strong>
          <span>{line.of.state === null ? words.whyUnknown : words.why[line.of.state]}</span>
        </div>
      )
    case 'plain':
      return (
        <p data-line={at} className={c.cue}>
          {words.kinds[line.of.kind]}
          {line.of.filmMs !== null && ` ${minutesSeconds(line.of.filmMs)}`}
        </p>
      )
    case 'cue':
      return <CueLine at={at} cue={line.cue} />
    default:
      return (
        <p data-line={at} className={line.part === 'note' ? c.note : c.read} data-changed={line.changed || undefined} data-begins={line.begins || undefined}>
          {line.changed && <span className="td-hidden-text">{words.changedLine}: </span>}
          {line.words.map((word) => word.text).join(' ')}
        </p>
      )
  }
}

function CueLine({ at, cue }: { at: number; cue: Cue }) {
  const words = useText(prompterText)
  return (
    <p data-line={at} className={c.cue}>
      {words.cues[cue.kind]}
      {cue.who !== '' && ` ${cue.who}`}
      {cue.ms !== null && ` ${minutesSeconds(cue.ms)}`}
      {cue.kind === 'soundbite' && cue.inWords + cue.outWords !== '' && (
        <span className={c.cueWords}>
          {cue.inWords !== '' && `${words.inWords}: ${cue.inWords}… `}
          {cue.outWords !== '' && `${words.outWords}: …${cue.outWords}`}
        </span>
      )}
    </p>
  )
}

function ItemState({ item }: { item: PrompterItem }) {
  const words = useText(prompterText)
  const stage = item.stage === 'on_air' ? words.onAir : item.stage === 'next' ? words.next : item.stage === 'aired' ? words.aired : ''
  return (
    <>
      <p>
        {stage !== '' && <span data-stage={item.stage}>{stage}</span>}
        {item.reader !== null && ` ${item.reader.name}`}
      </p>
      {item.leave === 'air_first' && <p className={c.loud}>{airFirstWords(item, words)}</p>}
      {item.changedSince && <p className={c.since}>{words.changedSince}</p>}
    </>
  )
}

/** What is said of words that air before they are signed. */
export function airFirstWords({ airFirst }: PrompterItem, words: (typeof prompterText)['vi']): string {
  if (airFirst === null) return words.airFirstUnsigned
  return (airFirst.late ? words.airFirstLate : words.airFirst)(airFirst.orderedBy.name, showMoment(airFirst.dueAt))
}
