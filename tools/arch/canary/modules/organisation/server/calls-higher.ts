export { store } from '#modules/evaluation/server/index.ts'
