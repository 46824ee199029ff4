/** Front door of the evaluation screens, for the shell. */
export { evaluationPages } from './routes.tsx'
