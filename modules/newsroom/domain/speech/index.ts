/** What the command line, the server and the screens use of the spoken form (lời nói). */
export { defaultDictionary } from './default-dictionary.ts'
export { dictionaryOf, type Dictionary, type DictionaryEntry } from './dictionary.ts'
export { speak, spokenText, type Piece } from './speak.ts'
export { countSyllables } from './syllables.ts'
