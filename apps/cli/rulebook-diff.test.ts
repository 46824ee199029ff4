import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { shippedRulebookSource } from '#modules/evaluation/server/rulebook/index.ts'
import { CommandError } from './command.ts'
import { diffCommand } from './rulebook.ts'

test('two rulebooks are compared in words; one with a fault is refused by name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-cli-'))
  try {
    const source = shippedRulebookSource('nd-335-2025') ?? ''
    const [draft, broken] = [path.join(folder, 'draft.yaml'), path.join(folder, 'broken.yaml')]
    await writeFile(draft, source.replace('level: excellent, from: 90', 'level: excellent, from: 85'))
    await writeFile(broken, source.replace('levels:', 'level:'))
    const { output } = await diffCommand(['nd-335-2025', draft])
    assert.deepEqual((output as { changes: { vi: string }[] }).changes.map((change) => change.vi), ['Ngưỡng Hoàn thành xuất sắc nhiệm vụ: 90 → 85'])
    await assert.rejects(diffCommand([draft, broken]), (error) => error instanceof CommandError && error.path === broken)
    await assert.rejects(diffCommand(['nd-335-2025']), CommandError)
  } finally {
    await rm(folder, { recursive: true })
  }
})
