import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { refusalTexts } from './refusal-words.ts'

/** The address names something that cannot exist: said as the server would say it. */
export function NotThere({ code }: { code: 'organisation.unit.not-found' | 'organisation.person.not-found' | 'organisation.import.not-found' }) {
  const text = useText(refusalTexts)[code]
  return (
    <Notice tone="bad" alert>
      <p>{typeof text === 'string' ? text : code}</p>
    </Notice>
  )
}
