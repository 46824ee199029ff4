import type { Clean } from '#kernel/clean.ts'

export type Sheet = Clean
