const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']

/** A code for one more criterion that goes on as those beside it do: I, II → III; I.1, I.2 → I.3; a, b → c; never one in use. */
export function nextCode(siblings: readonly string[], parent: string | null, taken: ReadonlySet<string>): string {
  const roman = siblings.length > 0 && siblings.every((code) => romans.includes(code))
  const numbered = /^(.*?)(\d+)$/.exec(siblings.at(-1) ?? '')
  const lettered = /^[a-y]$/.test(siblings.at(-1) ?? '')
  const codes = [
    ...(roman ? romans.slice(siblings.length) : []),
    ...(numbered === null ? [] : Array.from({ length: 50 }, (_, i) => `${numbered[1] ?? ''}${Number(numbered[2]) + 1 + i}`)),
    ...(lettered ? [String.fromCharCode((siblings.at(-1) ?? 'a').charCodeAt(0) + 1)] : []),
    ...(parent === null && siblings.length === 0 ? romans : []),
  ]
  const free = codes.find((code) => !taken.has(code))
  if (free !== undefined) return free
  let number = siblings.length + 1
  while (taken.has(`${parent ?? 'M'}.${number}`)) number += 1
  return `${parent ?? 'M'}.${number}`
}
