/** Front door of the accounts screens, for the shell. */
export { AccountMenu } from './account-menu.tsx'
export { ApprovalActs, type ApprovalAct } from './approval-acts.ts'
export { AskedDialog, GuardBar, InvitationPage, ReturnPage, SetUpPage, SignInAgainDialog, SignInPage } from './lazy-pages.ts'
export { accountsPages } from './routes.tsx'
export { useSessionQuery } from './session-query.ts'
