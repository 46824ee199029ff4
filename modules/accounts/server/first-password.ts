import { randomInt } from 'node:crypto'

// No sign that can be taken for another when read from paper: 0 o 1 l i.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password to hand over on a slip: twelve signs in three groups, about 59 bits. */
export function firstPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return `${group()}-${group()}-${group()}`
}
