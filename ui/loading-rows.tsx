import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './notices.module.css'

/** The outline of what is coming, shown only after a short wait so that fast answers do not flicker. */
export function LoadingRows({ rows = 5 }: { rows?: number }) {
  const words = useText(uiText)
  return (
    <div className={c.loading} role="status">
      <span className="td-hidden-text">{words.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={c.loadingRow} aria-hidden="true" />
      ))}
    </div>
  )
}
