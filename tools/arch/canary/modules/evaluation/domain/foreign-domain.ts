import type { Unit } from '../../organisation/domain/unit.ts'

export type Known = Unit
