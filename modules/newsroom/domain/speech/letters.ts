const names: Readonly<Record<string, string>> = {
  A: 'a', Ă: 'á', Â: 'ớ', B: 'bê', C: 'xê', D: 'đê', Đ: 'đê', E: 'e', Ê: 'ê', F: 'ép', G: 'giê', H: 'hát', I: 'i', J: 'gi', K: 'ca', L: 'lờ',
  M: 'mờ', N: 'nờ', O: 'o', Ô: 'ô', Ơ: 'ơ', P: 'pê', Q: 'quy', R: 'rờ', S: 'ét', T: 'tê', U: 'u', Ư: 'ư', V: 'vê', W: 'vê kép', X: 'ích',
  Y: 'y', Z: 'dét',
}

/** Are all signs capital letters that have a name, none with a tone mark (XÃ is a word in capitals, not an abbreviation)? */
export function isSpellable(text: string): boolean {
  return text !== '' && [...text].every((letter) => letter in names)
}

/** The names of capital letters, one after another: "VTV" → "vê tê vê". Signs without a name are left out. */
export function spellLetters(text: string): string {
  return [...text].map((letter) => names[letter] ?? '').filter((name) => name !== '').join(' ')
}
