import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { line } from '#platform/contract/shapes.ts'

/** The largest dictionary taken in, in bytes. */
export const mostDictionaryBytes = 500_000

const entry = z.object({ written: z.string(), spoken: z.string() })

/** An own entry as it is sent. */
export const entryShape = z.strictObject({ written: line(60), spoken: line(200) })

export const dictionaryRoutes = defineRoutes({
  getDictionary: {
    method: 'GET',
    path: '/api/newsroom/dictionary',
    summary: 'The dictionary of abbreviations: own entries and those that ship',
    permission: 'signed-in',
    reply: z.object({ own: z.array(entry), shipped: z.array(entry.extend({ when: z.enum(['name', 'number', 'document']).nullable() })), can: z.object({ keep: z.boolean() }) }),
    refusals: ['platform.not-found'],
  },
  saveEntry: {
    method: 'PUT',
    path: '/api/newsroom/dictionary/entries',
    summary: 'Say how a written form is read; the same form again takes its place',
    permission: 'newsroom:desk',
    body: entryShape,
    reply: z.object({}),
    refusals: [],
  },
  removeEntry: {
    method: 'POST',
    path: '/api/newsroom/dictionary/entries/remove',
    summary: 'Take out an own entry; what ships counts again',
    permission: 'newsroom:desk',
    body: z.strictObject({ written: line(60) }),
    reply: z.object({}),
    refusals: ['newsroom.dictionary.no-entry'],
  },
  exportDictionary: {
    method: 'GET',
    path: '/api/newsroom/dictionary/file',
    summary: 'The own entries as YAML, as the command line takes them',
    permission: 'signed-in',
    reply: { file: ['application/yaml'] },
    refusals: ['platform.not-found'],
  },
  importDictionary: {
    method: 'POST',
    path: '/api/newsroom/dictionary/file',
    summary: 'Take in a YAML or JSON file of own entries; forms it does not name stay',
    permission: 'newsroom:desk',
    body: { upload: true, maxBytes: mostDictionaryBytes },
    reply: z.object({ added: z.number().int(), changed: z.number().int() }),
    refusals: ['newsroom.dictionary.unreadable', 'newsroom.dictionary.bad-entry'],
  },
})
