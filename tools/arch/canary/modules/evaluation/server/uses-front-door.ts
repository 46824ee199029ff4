export { store } from '#modules/organisation/server/index.ts'
