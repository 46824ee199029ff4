import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { places } from '../places.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'

/** Other campaigns that score the same person in the same period under other rules; the tasks are the same ones. */
export function SharedCampaigns({ data }: { data: SubjectSheet }) {
  const words = useText(sheetText)
  const language = useLanguage()
  if (data.alsoIn.length === 0) return null
  return (
    <div className="td-panel">
      <p>{words.shared}</p>
      <ul>
        {data.alsoIn.map((campaign) => (
          <li key={campaign.id}>
            <Link {...places.sheet(campaign.id, data.subject.person.id)}>{campaign.name}</Link> <span className="td-quiet td-small">{campaign.period.label[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
