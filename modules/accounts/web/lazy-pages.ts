import { lazy } from 'react'

/** The pages around the frame, each fetched only by those who need it. */
export const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }))
export const SetUpPage = lazy(async () => ({ default: (await import('./set-up-page.tsx')).SetUpPage }))
export const SignInAgainDialog = lazy(async () => ({ default: (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog }))
