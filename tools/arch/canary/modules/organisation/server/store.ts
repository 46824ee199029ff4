import { connect } from '#platform/db/db.ts'

export const store = connect
