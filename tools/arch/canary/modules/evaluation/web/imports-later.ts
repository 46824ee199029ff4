export const later = () => import('../server/index.ts')
