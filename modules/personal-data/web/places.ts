/** Where the protection of personal data is looked after. */
export const personalDataPlace = '/personal-data'
