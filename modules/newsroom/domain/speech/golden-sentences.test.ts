import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { defaultDictionary, dictionaryOf, speak, spokenText } from './index.ts'

interface Sentence {
  readonly line: number
  readonly written: string
  readonly spoken: string
}

const dictionary = dictionaryOf(defaultDictionary)

/** Blocks of two lines, written and spoken; lines starting with # are headings. */
function sentencesOf(file: string): { sentences: Sentence[]; faults: string[] } {
  const lines = file.split('\n').map((text, at) => ({ text: text.trim(), line: at + 1 }))
  const [sentences, faults]: [Sentence[], string[]] = [[], []]
  let block: typeof lines = []
  for (const line of [...lines, { text: '', line: lines.length + 1 }]) {
    if (line.text !== '' && !line.text.startsWith('# ') && line.text !== '#') block.push(line)
    else if (block.length > 0) {
      const [written, spoken] = block
      if (block.length !== 2 || written === undefined || spoken === undefined) faults.push(`${block[0]?.line}: a block has two lines, this one ${block.length}`)
      else sentences.push({ line: written.line, written: written.text, spoken: spoken.text })
      block = []
    }
  }
  return { sentences, faults }
}

const { sentences, faults } = sentencesOf(readFileSync(path.join(import.meta.dirname, 'golden-sentences.txt'), 'utf8'))

test('the golden set has three hundred sentences and more, each written and spoken', () => {
  assert.deepEqual(faults, [])
  assert.ok(sentences.length >= 300, `only ${sentences.length} sentences`)
  assert.equal(new Set(sentences.map(({ written }) => written)).size, sentences.length, 'a sentence stands twice')
})

test('every sentence of the golden set is said as an editor wrote it down', () => {
  const wrong = sentences
    .map((sentence) => ({ ...sentence, said: spokenText(speak(sentence.written, dictionary)) }))
    .filter(({ spoken, said }) => spoken !== said)
    .map(({ line, written, spoken, said }) => `line ${line}: ${written}\n  asked ${spoken}\n  said  ${said}`)
  assert.equal(wrong.length, 0, `${wrong.length} of ${sentences.length} sentences\n${wrong.join('\n')}`)
})

test('what has been said once is said the same again', () => {
  const changed = sentences.map(({ spoken }) => ({ spoken, again: spokenText(speak(spoken, dictionary)) })).filter(({ spoken, again }) => spoken !== again)
  assert.deepEqual(changed, [])
})

test('the parts of every sentence are the sentence, also when it is decomposed and its blanks do not break', () => {
  for (const { written } of sentences) {
    const plain = speak(written, dictionary)
    assert.equal(plain.map((piece) => piece.written).join(''), written)
    const other = written.normalize('NFD').replaceAll(' ', '\u00a0')
    const pieces = speak(other, dictionary)
    assert.equal(pieces.map((piece) => piece.written).join(''), other)
    assert.equal(spokenText(pieces), spokenText(plain))
  }
})
