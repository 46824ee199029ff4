import { refuse } from '#kernel/refusal.ts'
import { passwordFault } from '../domain/password-fault.ts'

let list: Promise<ReadonlySet<string>> | undefined

/** The passwords that leaked most, from the package; nothing is asked of the network. */
function leaked(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return list
}

/** Refuses a password that everybody tries first. `context`: the login name and the names around it. */
export async function refuseWeakPassword(password: string, context: readonly string[]): Promise<void> {
  const fault = passwordFault(password, context, await leaked())
  if (fault !== undefined) refuse(`accounts.password.${fault}`)
}
