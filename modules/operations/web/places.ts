/** Where the state of the installation is shown. */
export const operationsPlace = '/operations'
