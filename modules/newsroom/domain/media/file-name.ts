/** Whether a file is the one a record names: in whatever folder and capitals; a name without its ending is that of any film so called. */
export function isFileNamed(named: string, fileName: string): boolean {
  const [asked, is] = [plainName(named), plainName(fileName)]
  return asked !== '' && (asked === is || asked === is.replace(/\.[a-z0-9]{2,4}$/, ''))
}

function plainName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').trim().toLowerCase()
}
