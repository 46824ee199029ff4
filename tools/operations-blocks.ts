/** The blocks of commands in one language's half of docs/operations.md, by section number; each block is its lines. */
export function commandBlocks(document: string, language: 'vi' | 'en'): Map<number, string[][]> {
  const blocks = new Map<number, string[][]>()
  for (const section of halfOf(document, language).split(/^## /m).slice(1)) {
    const found = [...section.matchAll(/^( *)```sh\n(.*?)^\1```$/gms)].map((match) => (match[2] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== ''))
    if (found.length > 0) blocks.set(Number.parseInt(section, 10), found)
  }
  return blocks
}

/** The systemd unit of docs/operations.md. */
export function unitText(document: string): string {
  return /^```ini\n(.*?)^```$/ms.exec(document)?.[1] ?? ''
}

function halfOf(document: string, language: 'vi' | 'en'): string {
  const [vietnamese = '', english = ''] = document.split('\n---\n')
  return language === 'vi' ? vietnamese : english
}
