import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { ratingKeys, type RatingDraft } from '../offline/send-rating.ts'
import { useDifferenceWords } from '../sheet/difference-words.ts'
import { differenceKey, differencesOf } from '../sheet/sheet-content.ts'
import { UnsentVersions } from '../sheet/unsent-versions.tsx'
import { asSheet, type RatedSubject, type Ratings } from './rating-view.ts'

/** Named points that were written on this device and came too late: beside what was stored, subject by subject. */
export function UnsentRatings({ data, rulebook }: { data: Ratings; rulebook: CompiledRulebook }) {
  const { unsent } = useUnsent()
  const own = unsent.filter(({ key }) => key.startsWith(ratingKeys(data.campaign.id, data.kind.id)))
  return own.map((lane) => {
    const subject = data.subjects.find((each) => each.person.id === lane.about.params['personId'])
    return subject === undefined ? null : <Versions key={lane.key} rulebook={rulebook} subject={subject} mine={lane.value() as RatingDraft} onDrop={() => lane.discard()} />
  })
}

function Versions({ rulebook, subject, mine, onDrop }: { rulebook: CompiledRulebook; subject: RatedSubject; mine: RatingDraft; onDrop: () => void }) {
  const { nameOf, show } = useDifferenceWords(rulebook, subject.group)
  const differences = differencesOf(asSheet(mine), asSheet(subject))
  return <UnsentVersions about={subject.person.fullName} differences={differences.map((one) => ({ key: differenceKey(one), name: nameOf(one), mine: show(one, 'mine'), theirs: show(one, 'theirs') }))} onDrop={onDrop} />
}
