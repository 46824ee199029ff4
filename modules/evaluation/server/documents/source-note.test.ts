import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { renderForm01, renderForm02 } from './render-forms.ts'
import { resultsListSheet } from './results-list.ts'
import { sampleForm01, sampleForm02 } from './sample-forms.ts'
import { sourceNote } from './source-note.ts'

const at = new Date('2026-12-25T03:00:00Z')
const textOf = async (pdf: Uint8Array) => (await extractText(pdf.slice(), { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')

test('forms scored under a second-hand or sample rulebook say so under their title, the others say nothing', async () => {
  for (const confidence of ['second_hand', 'sample', 'assumed'] as const) {
    const note = sourceNote({ confidence })
    assert.ok(note !== null)
    assert.ok((await textOf(await renderForm01({ ...sampleForm01, sourceNote: note }, at))).includes(note))
    assert.ok((await textOf(await renderForm02({ ...sampleForm02, sourceNote: note }, at))).includes(note))
  }
  assert.equal(sourceNote({ confidence: 'primary' }), null)
  assert.ok(!(await textOf(await renderForm01(sampleForm01, at))).includes('Bộ quy định'))
})

test('the list of results says it below the scope', () => {
  const list = { issuer: { superiorBody: null, issuingBody: 'Xã' }, title: 'Danh sách', periodLabel: 'Quý I', scopeLabel: 'Xã', rows: [], preparer: { heading: '', name: null }, signer: { heading: '', name: null }, place: null, date: null }
  const said = (note: string | null) => (resultsListSheet({ ...list, sourceNote: note }).linesAbove ?? []).flatMap((line) => line.parts.map((part) => part.text))
  assert.ok(said('Theo mẫu').includes('Theo mẫu'))
  assert.ok(!said(null).includes('Theo mẫu'))
})
