export const trained = 1
