import { lazy } from 'react'

/** The pages around the frame, each fetched only by those who need it. */
export const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }))
export const SetUpPage = lazy(async () => ({ default: (await import('./set-up-page.tsx')).SetUpPage }))
export const SignInAgainDialog = lazy(async () => ({ default: (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog }))
export const InvitationPage = lazy(async () => ({ default: (await import('./invitation-page.tsx')).InvitationPage }))
export const ReturnPage = lazy(async () => ({ default: (await import('./return-page.tsx')).ReturnPage }))
export const AskedDialog = lazy(async () => ({ default: (await import('./asked-dialog.tsx')).AskedDialog }))
export const GuardBar = lazy(async () => ({ default: (await import('./guard-bar.tsx')).GuardBar }))
