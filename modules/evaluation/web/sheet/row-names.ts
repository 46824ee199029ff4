import { createContext } from 'react'

/** What the tasks of the sheet are called, by id: the rows of its lists of tasks. */
export const RowNames = createContext<ReadonlyMap<string, string>>(new Map())
