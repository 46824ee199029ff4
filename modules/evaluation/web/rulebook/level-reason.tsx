import { TextField } from '#ui/text-field.tsx'
import { leastReason } from '../../domain/decision.ts'

interface LevelReasonProps {
  label: string
  hint: string
  /** What is said when the reason is too short. */
  needed: string
  value: string
  onChange: (value: string) => void
  /** Somebody tried to send: say what is missing. */
  tried: boolean
}

/** The reason (lý do) of a level that is not the provisional one, or of a replacing one. */
export function LevelReason({ label, hint, needed, value, onChange, tried }: LevelReasonProps) {
  return <TextField label={label} hint={hint} value={value} onChange={onChange} multiline rows={3} maxLength={2000} error={tried && value.trim().length < leastReason ? needed : undefined} />
}
