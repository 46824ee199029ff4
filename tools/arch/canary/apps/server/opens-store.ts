export { store } from '#modules/evaluation/server/store.ts'
