export { panel } from '#modules/organisation/web/index.ts'
