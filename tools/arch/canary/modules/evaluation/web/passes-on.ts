export { store } from '../server/index.ts'
