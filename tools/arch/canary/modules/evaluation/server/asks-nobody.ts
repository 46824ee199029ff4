// @ts-ignore
export { gone } from './not-there.ts'
