export { built } from '../../../tests/builders.ts'
