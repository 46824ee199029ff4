import type { PaperHeading } from './meeting.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

/** A Party document's sign, with a hyphen before its kind and a slash before the body: `366-QĐ/TW`, not `335/2025/NĐ-CP`. */
const partySign = /\d+-\p{Lu}{2}\/\p{Lu}+/u

/** Under which heading results by this rulebook are printed (thể thức văn bản): the Party's for its documents, else that of NĐ 30/2020. */
export function paperHeadingOf({ document }: Pick<CompiledRulebook, 'document'>): PaperHeading {
  return partySign.test(document.number.normalize('NFC')) ? 'party' : 'state'
}
