/** Words before which a long line may turn: a new thought begins with them. */
const turns = new Set('và nhưng mà để vì nên do bởi khi nếu thì song còn hoặc cùng với tại trong trên từ đến theo sau trước nhằm qua'.split(' '))
const strong = /[.!?…:;]["”’)]*$/u
const weak = /(?:,|–|—)["”’)]*$/u
const leastAfterComma = 3
const leastBeforeTurn = 7

/**
 * Breaks words into lines that are said in one breath (ngắt dòng theo nhóm nghĩa): after every full stop, after a comma when three words have been said,
 * and before a joining word when the line has become long. Ours; presenters are taught to break by sense, not by width.
 */
export function senseGroups<Word extends { readonly text: string }>(words: readonly Word[]): Word[][] {
  const groups: Word[][] = []
  let group: Word[] = []
  words.forEach((word, at) => {
    if (group.length >= leastBeforeTurn && turns.has(word.text.toLowerCase()) && words.length - at >= leastAfterComma) {
      groups.push(group)
      group = []
    }
    group.push(word)
    if (!strong.test(word.text) && !(weak.test(word.text) && group.length >= leastAfterComma)) return
    groups.push(group)
    group = []
  })
  if (group.length > 0) groups.push(group)
  return groups
}
