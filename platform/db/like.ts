/** A text with the wildcards of `like` taken out, so that % and _ in a search stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
