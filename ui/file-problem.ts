export type FileProblem = 'wrong-type' | 'empty' | 'too-large'

/** What is wrong with a file before it is sent; undefined when nothing is. The server looks at the content itself. */
export function fileProblem(
  file: { readonly name: string; readonly size: number },
  accept: readonly string[],
  maxBytes: number,
): FileProblem | undefined {
  const name = file.name.toLowerCase()
  if (accept.length > 0 && !accept.some((ending) => name.endsWith(ending))) return 'wrong-type'
  if (file.size === 0) return 'empty'
  if (file.size > maxBytes) return 'too-large'
  return undefined
}
