import { store } from '../server/index.ts'

export const shown = store
