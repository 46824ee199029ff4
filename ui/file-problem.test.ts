import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileProblem } from './file-problem.ts'

const limit = 50_000_000

test('a workbook within the limit is taken, whatever the case of its ending', () => {
  assert.equal(fileProblem({ name: 'Danh mục.XLSX', size: limit }, ['.xlsx'], limit), undefined)
})

test('another kind of file, an empty one and one too large are told apart', () => {
  assert.equal(fileProblem({ name: 'danh-muc.xls', size: 10 }, ['.xlsx'], limit), 'wrong-type')
  assert.equal(fileProblem({ name: 'danh-muc.xlsx', size: 0 }, ['.xlsx'], limit), 'empty')
  assert.equal(fileProblem({ name: 'danh-muc.xlsx', size: limit + 1 }, ['.xlsx'], limit), 'too-large')
})
