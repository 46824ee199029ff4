import type { Clean } from '#kernel/clean.ts'

export type Unit = Clean
