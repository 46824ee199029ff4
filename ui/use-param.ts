import { useParams } from '@tanstack/react-router'

/** One named part of the address, `unitId` of `/organisation/units/$unitId`. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the address has no part named ${name}`)
  return value
}
