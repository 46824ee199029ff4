export const panel = 'panel'
