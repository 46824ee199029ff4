export { trained } from '#modules/training/server/index.ts'
