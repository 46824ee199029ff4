/** Addresses of the administrator's pages. */
export const loginsPlace = '/accounts/logins'
export const rolesPlace = '/accounts/logins/roles'
