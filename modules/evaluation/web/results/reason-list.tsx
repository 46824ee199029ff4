import { useLanguage } from '#ui/language.ts'
import type { Reason } from './result-view.ts'
import c from './results.module.css'

/** Reasons under a title, each with its article. Nothing when there is none. */
export function ReasonList({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <p className="td-quiet td-small">{title}</p>
      <Reasons reasons={reasons} />
    </div>
  )
}

/** Reasons, each with its article. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const language = useLanguage()
  return (
    <ul className={c.reasons}>
      {reasons.map((reason) => (
        <li key={reason.code + (reason.path ?? '')}>
          {reason[language]}
          {reason.article !== null && <span className="td-quiet td-small"> ({reason.article})</span>}
        </li>
      ))}
    </ul>
  )
}
