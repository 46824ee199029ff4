import type { RundownRights } from '../rundown/rights.ts'

/** Whether somebody moves the prompters of a rundown; everybody who reads the rundown sees them. */
export function mayControlPrompter({ producer, gallery, editor }: RundownRights): boolean {
  return producer || gallery || editor
}
