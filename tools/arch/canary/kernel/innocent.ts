export { connect } from '../platform/db/db.ts'
