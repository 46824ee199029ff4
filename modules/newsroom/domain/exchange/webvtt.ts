import type { Cue } from './captions.ts'

/** `00:01:02.345`, as WebVTT writes a moment. */
function moment(ms: number): string {
  const part = (value: number, length: number): string => String(value).padStart(length, '0')
  return `${part(Math.floor(ms / 3_600_000), 2)}:${part(Math.floor(ms / 60_000) % 60, 2)}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** One line that cannot end a comment or a header early. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('-->', '→').trim()
}

/** Captions as WebVTT (UTF-8); `notes` stand as comments before the first, who speaks in the film is named by the voice of a cue. */
export function toWebVtt(cues: readonly Cue[], notes: readonly string[] = []): string {
  const parts = cues.map(({ id, fromMs, toMs, speaker, lines }) => {
    const words = lines.map(escaped).join('\n')
    return `${id}\n${moment(fromMs)} --> ${moment(toMs)}\n${speaker === null ? words : `<v ${escaped(oneLine(speaker))}>${words}</v>`}\n`
  })
  return [`WEBVTT\n`, ...notes.map((note) => `NOTE ${oneLine(note)}\n`), ...parts].join('\n')
}
