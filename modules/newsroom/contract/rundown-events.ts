/**
 * Where open screens follow a rundown: server-sent events whose data is a stamp that changes with the rundown and its stories. The first comes at once, so
 * that whoever comes back after a cut knows whether something happened meanwhile.
 */
export const rundownEventsPath = '/api/newsroom/rundowns/:rundownId/events'
