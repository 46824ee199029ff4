/** Front door of the organisation screens, for the shell and for modules above. */
export { places as organisationPlaces } from './places.ts'
export { organisationPages } from './routes.tsx'
