export { store } from '#modules/organisation/server/store.ts'
