import { ErrorNotice } from '#ui/error-notice.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { rulebooksText } from './messages.ts'
import { RulebookContent } from './rulebook-content.tsx'

const filters = { version: textFilter() }

/** One rulebook to read, with how sure each of its facts is. */
export function RulebookPage() {
  const rulebookId = useParam('rulebookId')
  const { values } = useFilters(filters)
  const words = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { rulebook, error, retry } = useRulebook(rulebookId, values.version)
  return (
    <Page
      title={rulebook?.title[language] ?? words.title}
      {...(rulebook === undefined ? {} : { mark: <ConfidenceMark value={rulebook.confidence} />, description: rulebook.document.title[language] })}
      crumbs={[{ label: words.title, to: places.rulebooks().to }]}
    >
      <ErrorNotice error={error} refusals={refusals} onRetry={retry} />
      {rulebook === undefined ? error === null && <LoadingRows rows={8} /> : <RulebookContent rulebook={rulebook} />}
    </Page>
  )
}
