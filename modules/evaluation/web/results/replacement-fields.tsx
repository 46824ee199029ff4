import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import { decidableLevels } from '../../domain/decision.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import { Fold } from '../campaigns/fold.tsx'
import { sheetText } from '../sheet/messages.ts'
import { pointsRules, readPoints, type PointsRules } from '../sheet/points-rules.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { resultsText } from './messages.ts'
import c from './result-page.module.css'

/** A replacing decision while it is written: the level, and corrected points by criterion as typed. */
export interface ReplacementEntries {
  readonly level: string | null
  readonly typed: Readonly<Record<string, string>>
}

interface ReplacementFieldsProps {
  rulebook: CompiledRulebook
  settings: Readonly<Record<string, unknown>>
  group: string
  /** False for a year, which is the mean of its months. */
  scoresPoints: boolean
  /** Points as they count now. */
  points: Readonly<Record<string, string>>
  entries: ReplacementEntries
  onChange: (entries: ReplacementEntries) => void
  tried: boolean
}

/** The corrected points as decimal texts; null when none is corrected; undefined while one is not valid. */
export function readReplacement(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>, group: string, typed: ReplacementEntries['typed'], language: 'vi' | 'en'): Record<string, string> | null | undefined {
  const points: Record<string, string> = {}
  for (const criterion of scoredCriteria(rulebook, group)) {
    const read = readPoints(typed[criterion.code] ?? '', pointsRules(rulebook, settings, criterion), language)
    if ('problem' in read) return undefined
    if (read.points !== null) points[criterion.code] = read.points
  }
  return Object.keys(points).length === 0 ? null : points
}

/** The level of a replacing decision and, folded, the points it corrects. */
export function ReplacementFields({ rulebook, settings, group, scoresPoints, points, entries, onChange, tried }: ReplacementFieldsProps) {
  const words = useText(resultsText).replace
  const { nameOf } = useLevels(rulebook)
  return (
    <>
      <SelectField
        label={words.level}
        value={entries.level}
        onChange={(level) => onChange({ ...entries, level })}
        choices={decidableLevels(rulebook).map((level) => ({ value: level, label: nameOf(level) }))}
        error={tried && entries.level === null ? words.levelNeeded : undefined}
      />
      {scoresPoints ? (
        <Fold title={words.points}>
          <div className="td-stack">
            <p className="td-quiet td-small">{words.pointsHint}</p>
            <div className={c.points}>
              {scoredCriteria(rulebook, group).map((criterion) => (
                <CorrectedPoints
                  key={criterion.code}
                  criterion={criterion}
                  rules={pointsRules(rulebook, settings, criterion)}
                  now={points[criterion.code]}
                  text={entries.typed[criterion.code] ?? ''}
                  onChange={(text) => onChange({ ...entries, typed: { ...entries.typed, [criterion.code]: text } })}
                />
              ))}
            </div>
          </div>
        </Fold>
      ) : (
        <p className="td-quiet td-small">{words.yearNote}</p>
      )}
    </>
  )
}

interface CorrectedPointsProps {
  criterion: Criterion
  rules: PointsRules
  now: string | undefined
  text: string
  onChange: (text: string) => void
}

function CorrectedPoints({ criterion, rules, now, text, onChange }: CorrectedPointsProps) {
  const words = useText(resultsText).replace
  const cell = useText(sheetText)
  const language = useLanguage()
  const [left, setLeft] = useState(true)
  const max = showDecimal(rules.max, language)
  const read = readPoints(text, rules, language)
  const problem = 'problem' in read ? read.problem : undefined
  const error = problem === undefined || !left ? undefined : problem === 'too-large' ? cell.tooLarge(max) : problem === 'off-step' ? cell.offStep(showDecimal(rules.step ?? '', language)) : cell.notANumber
  return (
    <TextInput
      label={words.pointsOf(criterionNumber(criterion), max)}
      title={criterion.name[language]}
      description={now === undefined ? ' ' : words.now(showDecimal(now, language))}
      value={text}
      error={error}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
    />
  )
}
