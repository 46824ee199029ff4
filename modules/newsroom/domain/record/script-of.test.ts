import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { importRecord } from './import-record.ts'
import { scriptOf } from './script-of.ts'

const samples = path.join(import.meta.dirname, 'samples')

function script(name: string) {
  let last = 0
  return scriptOf(importRecord(readFileSync(path.join(samples, name), 'utf8')), 'Bài không tên', () => `id-${(last += 1)}`)
}

test('a record becomes a script: kinds, speakers as people with their titles, words without marks', () => {
  const { title, column, people, blocks } = script('01-whole.txt')
  assert.deepEqual([title, column], ['Huyện Thử giao quân sớm', 'Quốc phòng toàn dân'])
  const asked = people.find((person) => person.name === 'Nguyễn Văn Thử')
  assert.equal(asked?.titles[0]?.title, 'Chỉ huy trưởng Ban CHQS huyện Thử')
  const question = blocks.find((block) => block.kind === 'question')
  assert.ok(question?.kind === 'question' && question.personId === asked.id && question.text === 'Xin đ/c cho biết điểm mới của năm nay?')
  assert.ok(blocks.some((block) => block.kind === 'soundbite' && block.verbatim === 'Gia đình tôi rất yên tâm.'))
})

test('every sample gives a script with a title, ids of its own, and each block of the record in its order', () => {
  for (const name of readdirSync(samples).filter((one) => one.endsWith('.txt'))) {
    const made = script(name)
    const record = importRecord(readFileSync(path.join(samples, name), 'utf8'))
    assert.notEqual(made.title, '', name)
    assert.deepEqual(made.blocks.map((block) => block.kind), record.blocks.map((block) => block.kind), name)
    assert.equal(new Set(made.blocks.map((block) => block.id)).size, made.blocks.length, name)
    for (const block of made.blocks) if (block.kind === 'unclassified') assert.notEqual(block.text, '', name)
  }
})
