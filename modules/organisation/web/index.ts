/** Front door of the organisation's screens, for the shell and for the modules after it. */
export { PersonPanels, type PersonPanel } from './person-panels.ts'
export { PersonField, type PickedPerson } from './pickers/person-field.tsx'
export { UnitField } from './pickers/unit-field.tsx'
export { places as organisationPlaces } from './places.ts'
export { organisationPages } from './routes.tsx'
export { SearchLink } from './search/search-link.tsx'
