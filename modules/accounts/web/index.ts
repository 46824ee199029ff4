/** Front door of the accounts screens, for the shell. */
export { AccountMenu } from './account-menu.tsx'
export { SetUpPage, SignInAgainDialog, SignInPage } from './lazy-pages.ts'
export { accountsPages } from './routes.tsx'
export { useSessionQuery } from './session-query.ts'
