/** Where the screens of the ledger live. */
export const ledgerPlace = '/ledger'
export const readersPlace = '/account/readers'
