/** Front door of the organisation screens, for the shell and for modules that choose units or people. */
export { PersonField, type PickedPerson } from './pickers/person-field.tsx'
export { UnitField } from './pickers/unit-field.tsx'
