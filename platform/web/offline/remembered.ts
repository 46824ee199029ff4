const accountName = 'thuocdo.account'
const owedName = 'thuocdo.sign-out-owed'

/** The account whose device store is opened before the server has said who is signed in; only its id is written down. */
export function rememberedAccount(): string | undefined {
  return read(accountName)
}

export function rememberAccount(accountId: string): void {
  write(accountName, accountId)
}

/** Nobody's store is opened any more without the server's word. */
export function forgetAccount(): void {
  write(accountName, undefined)
}

/** Somebody logged out here without a link: the server's session is to be ended before anything else. */
export function oweSignOut(): void {
  write(owedName, 'yes')
}

export function isSignOutOwed(): boolean {
  return read(owedName) !== undefined
}

export function signOutPaid(): void {
  write(owedName, undefined)
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

function write(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // A forbidden store only means that the page asks the server first.
  }
}
