/** What the command line, the server and the screens use of the spoken form (lời nói) and its time. */
export { defaultDictionary } from './default-dictionary.ts'
export { dictionaryOf, type Dictionary, type DictionaryEntry } from './dictionary.ts'
export { learnedRate, learnRate, unknownReader, type AiredBlock, type Learned, type LearnedRate } from './learned-rate.ts'
export { defaultPauses, pauseMarks, pausesOn, pauseSeconds, type PauseMark, type PauseTable } from './pauses.ts'
export { countingRate, knownOf, rateOrigins, ratesOf, takenRate, type KeptRate, type RateOrigin } from './reader-rate.ts'
export { speak, spokenText, type Piece } from './speak.ts'
export { countSyllables } from './syllables.ts'
export { blockSeconds, mediaSeconds, rateOf, readingTime, readKinds, usualRate, type ReaderRates, type ReadingTime, type ReadKind, type TimedBlock } from './timing.ts'
