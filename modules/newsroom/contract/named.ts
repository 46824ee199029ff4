import { z } from 'zod'

/** Somebody or something with the name people know it by. */
export const named = z.object({ id: z.string(), name: z.string() })
