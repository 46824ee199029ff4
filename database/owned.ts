import type { Database } from './types.ts'

/** Tables without a module's prefix that a module writes: the first set-up makes the tenant; files are kept by content. */
interface Shared {
  accounts: 'tenant'
  evaluation: 'stored_file'
}

/** A module's prefix: `personal-data` writes `personal_data_…`. */
type Prefix<Module extends string> = Module extends `${infer First}-${infer Rest}` ? `${First}_${Prefix<Rest>}` : Module

/** The tables a module writes: those named after it, and the few it shares. */
export type Owned<Module extends string> = Pick<
  Database,
  Extract<keyof Database, `${Prefix<Module>}_${string}` | (Module extends keyof Shared ? Shared[Module] : never)>
>
