import { connect } from '#kernel/innocent.ts'

export const shown = connect
