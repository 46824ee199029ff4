import { ButtonLink } from '#ui/button-link.tsx'
import { useText } from '#ui/text.ts'
import { personalDataText } from './messages.ts'
import { personalDataPlace, proposalsPlace, requestsPlace, stubsPlace } from './places.ts'

const sections = [
  { to: personalDataPlace, words: 'register' },
  { to: proposalsPlace, words: 'proposals' },
  { to: requestsPlace, words: 'requests' },
  { to: stubsPlace, words: 'stubs' },
] as const

/** The other pages of who looks after personal data; the one that is open is not among them. */
export function SectionLinks({ here }: { here: string }) {
  const words = useText(personalDataText)
  return sections.filter((section) => section.to !== here).map((section) => (
    <ButtonLink key={section.to} to={section.to} variant="default">
      {words.sections[section.words]}
    </ButtonLink>
  ))
}
