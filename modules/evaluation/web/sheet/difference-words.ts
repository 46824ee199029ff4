import { useContext } from 'react'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { cellName } from './cell-names.ts'
import { sheetText } from './messages.ts'
import { RowNames } from './row-names.ts'
import type { Difference, Side } from './sheet-content.ts'

/** How an entry that two versions of a sheet write differently is called, and what each of them writes. */
export function useDifferenceWords(rulebook: CompiledRulebook, group: string): { readonly nameOf: (one: Difference) => string; readonly show: (one: Difference, side: Side) => string } {
  const words = useText(sheetText)
  const language = useLanguage()
  const rowNames = useContext(RowNames)
  return {
    nameOf: (one) => cellName(rulebook, group, one.code === '' ? one.field : one.code, language, rowNames),
    show: (one, side) => {
      switch (one.field) {
        case 'lists':
          return one[side] === undefined ? words.blank : /^\d+(\.\d+)?$/.test(one[side]) ? showDecimal(one[side], language) : one[side]
        case 'points':
          return one[side] === undefined ? words.blank : showDecimal(one[side], language)
        case 'judgements':
          return one[side] === undefined ? words.blank : words.conflict.judged(showDecimal(one[side].value, language), one[side].reason)
        case 'proposedLevel':
          return one[side] === null ? words.blank : levelName(rulebook, one[side], language)
        default:
          return one[side] === '' ? words.blank : one[side]
      }
    },
  }
}
