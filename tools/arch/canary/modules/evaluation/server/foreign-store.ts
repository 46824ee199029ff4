export { store } from '../../organisation/server/store.ts'
