import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import type { Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { sheetText } from './messages.ts'
import { readPoints, shortest, type PointsRules } from './points-rules.ts'
import { cellId, stepOfKey } from './sheet-cells.ts'
import c from './criteria-table.module.css'

interface PointsCellProps {
  criterion: Criterion
  rules: PointsRules
  /** Decimal text with a point; undefined: not scored. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  onMove: (step: 1 | -1) => void
  /** Where several people are scored on one page: the name of the cell, and of whom it is. */
  cell?: string
  about?: string
}

/** The cell for one criterion's points: digits and comma, Enter and arrows to move, what is wrong said at the cell. */
export function PointsCell(props: PointsCellProps) {
  const { scoring } = props.criterion
  return scoring.kind === 'yes_no' || scoring.kind === 'levels' ? <ChoiceCell {...props} /> : <NumberCell {...props} />
}

function labelOf(label: string, about: string | undefined): string {
  return about === undefined ? label : `${about}: ${label}`
}

function NumberCell({ criterion, rules, value, onChange, onMove, cell = criterion.code, about }: PointsCellProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const [typed, setTyped] = useState<{ text: string; given: string | undefined }>()
  const [left, setLeft] = useState(true)
  // What was typed stands as long as the value is the one it gave; a copy or a merge replaces it.
  const typing = typed !== undefined && typed.given === value
  const text = typing ? typed.text : value === undefined ? '' : showDecimal(value, language)
  const read = readPoints(text, rules, language)
  const max = showDecimal(rules.max, language)
  const problem = 'problem' in read ? read.problem : undefined
  const error = (() => {
    if (problem === undefined || (!left && problem !== 'too-large')) return undefined
    if (problem === 'too-large') return words.tooLarge(max)
    return problem === 'off-step' ? words.offStep(showDecimal(rules.step ?? '', language)) : words.notANumber
  })()
  const change = (next: string) => {
    const result = readPoints(next, rules, language)
    const given = 'points' in result ? (result.points ?? undefined) : undefined
    setTyped({ text: next, given })
    setLeft(false)
    if (given !== value) onChange(given)
  }
  return (
    <TextInput
      id={cellId(cell)}
      className={c.input ?? ''}
      aria-label={labelOf(words.cell(criterionNumber(criterion), criterion.name[language], max), about)}
      value={text}
      error={error}
      inputMode="decimal"
      enterKeyHint="next"
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        setLeft(true)
        if (problem === undefined) setTyped(undefined)
      }}
      onKeyDown={(event) => {
        const step = stepOfKey(event.key, event.shiftKey)
        if (step === 0 || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (problem !== undefined && event.key === 'Enter') setLeft(true)
        else onMove(step)
      }}
    />
  )
}

function ChoiceCell({ criterion, rules, value, onChange, onMove, cell = criterion.code, about }: PointsCellProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const { scoring } = criterion
  const choices =
    scoring.kind === 'levels'
      ? scoring.levels.map((level) => ({ value: shortest(level.points), label: level.name[language] }))
      : [
          { value: rules.max, label: words.passed },
          { value: '0', label: words.failed },
        ]
  return (
    <NativeSelect
      id={cellId(cell)}
      className={c.input ?? ''}
      aria-label={labelOf(words.cell(criterionNumber(criterion), criterion.name[language], showDecimal(rules.max, language)), about)}
      value={value ?? ''}
      data={[{ value: '', label: '' }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onMove(event.shiftKey ? -1 : 1)
      }}
    />
  )
}
