import { Textarea } from '@mantine/core'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { textsOf } from '../../domain/sheet-content.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { evaluationText } from '../messages.ts'
import { sheetText } from './messages.ts'
import { cellId } from './sheet-cells.ts'
import type { Sheet } from './sheet-content.ts'
import c from './sheet.module.css'

interface SheetTextsProps {
  rater: RaterColumn
  value: SheetContent
  onChange: (patch: Partial<SheetContent>) => void
}

/** Strengths, weaknesses and comment, as in part II of form 01. */
export function SheetTexts({ rater, value, onChange }: SheetTextsProps) {
  const words = useText(sheetText)
  return (
    <Section title={rater === 'self' ? words.texts : words.commentTitle}>
      {textsOf(rater).map((field) => (
        <Textarea
          key={field}
          id={cellId(field)}
          label={words[field]}
          value={value[field]}
          maxLength={4000}
          autosize
          minRows={3}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </Section>
  )
}

/** What the raters wrote, for reading. */
export function WrittenTexts({ sheets }: { sheets: readonly Sheet[] }) {
  const words = useText(sheetText)
  const { rater: names } = useText(evaluationText)
  const written = sheets.flatMap((sheet) =>
    textsOf(sheet.rater === 'self' ? 'self' : 'superior').flatMap((field) =>
      sheet[field] === '' ? [] : [{ key: `${sheet.rater} ${field}`, label: words[field], rater: sheet.rater === 'self' ? names.self : names.superior, text: sheet[field] }],
    ),
  )
  if (written.length === 0) return null
  return (
    <Section title={words.texts}>
      {written.map((one) => (
        <div key={one.key} className="td-stack-tight">
          <h3>
            {one.label} <span className="td-quiet td-small">({one.rater})</span>
          </h3>
          <p className={c.prose}>{one.text}</p>
        </div>
      ))}
    </Section>
  )
}
