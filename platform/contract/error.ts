import { z } from 'zod'

/** One thing wrong with the input: where, what, and what was expected instead. */
export const problem = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  expected: z.string().optional(),
})

/** The one shape of every error reply. `code` is a refusal code; words for it live in the screens' messages. */
export const errorReply = z.object({
  error: z.object({
    code: z.string(),
    data: z.record(z.string(), z.unknown()),
    problems: z.array(problem).optional(),
  }),
})

export type Problem = z.infer<typeof problem>
export type ErrorReply = z.infer<typeof errorReply>
