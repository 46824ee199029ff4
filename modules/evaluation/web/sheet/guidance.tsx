import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { sheetText } from './messages.ts'
import c from './criteria-table.module.css'

interface GuidanceProps {
  criterion: Criterion
  /** Which of the criterion's variants holds for the post (II.4: with or without contact with the public). */
  variant: string | undefined
  /** Beside the criterion; otherwise behind a disclosure. */
  open: boolean
}

/** What Appendix I says is looked at under a criterion. */
export function Guidance({ criterion, variant, open }: GuidanceProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const chosen = criterion.variants.filter((one) => variant === undefined || one.id === variant)
  if (criterion.guidance.length === 0 && chosen.length === 0) {
    return criterion.article === null ? null : <p className={c.article}>{criterion.article}</p>
  }
  const body = (
    <>
      {criterion.guidance.length > 0 && (
        <ul>
          {criterion.guidance.map((line) => (
            <li key={line.vi}>{line[language]}</li>
          ))}
        </ul>
      )}
      {criterion.variants.length > 0 && variant === undefined && <p>{words.variantUnset}</p>}
      {chosen.map((one) => (
        <div key={one.id}>
          <p className={c.variant}>{one.name[language]}</p>
          <ul>
            {one.guidance.map((line) => (
              <li key={line.vi}>{line[language]}</li>
            ))}
          </ul>
        </div>
      ))}
      {criterion.article !== null && <p className={c.article}>{criterion.article}</p>}
    </>
  )
  if (open) return body
  return (
    <details>
      <summary>{words.guidance}</summary>
      {body}
    </details>
  )
}
