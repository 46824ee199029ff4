import { StatusBadge } from '#ui/badges.tsx'
import { defineText, useText } from '#ui/text.ts'
import type { Confidence } from '../../domain/rulebook/compiled-rulebook.ts'

const confidenceText = defineText({
  vi: { second_hand: 'Theo nguồn thứ cấp', assumed: 'Văn bản không quy định rõ', sample: 'Mẫu minh họa' },
  en: { second_hand: 'Second-hand source', assumed: 'Not stated by the text', sample: 'Sample' },
})

/** How sure a fact is, in words, for where no badge fits; empty for what was read in the official text. */
export function useConfidenceWords(): (value: Confidence) => string {
  const words = useText(confidenceText)
  return (value) => (value === 'primary' ? '' : words[value])
}

/** How sure a fact of a rulebook is, beside it; nothing for what was read in the official text. */
export function ConfidenceMark({ value }: { value: Confidence | null | undefined }) {
  const words = useText(confidenceText)
  if (value === null || value === undefined || value === 'primary') return null
  return <StatusBadge tone={value === 'assumed' ? 'info' : 'warn'}>{words[value]}</StatusBadge>
}
