import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { places } from '../places.ts'
import { unitsText } from './messages.ts'
import type { UnitNode } from './round-types.ts'
import c from './units.module.css'

/** What an organisation waits for, and which heads wait for it (articles 9.1 and 20.6). */
export function Waits({ roundId, node, running }: { roundId: string; node: UnitNode; running: boolean }) {
  const words = useText(unitsText).round
  if (!running || node.excludedReason !== '') return null
  const person = node.status === 'self_scoring' ? node.self : node.status === 'scoring' ? node.recogniser : null
  return (
    <div className={c.waits}>
      {person !== null && <span>{words.waitsForPerson(person.fullName)}</span>}
      {node.waitsFor.length > 0 && (
        <span>
          {words.waitsForUnits('')}
          {node.waitsFor.map((unit, at) => (
            <span key={unit.id}>
              {at > 0 && ', '}
              <Link {...places.unitFile(roundId, unit.id)}>{unit.name}</Link>
            </span>
          ))}
        </span>
      )}
      {node.status === 'scored' && node.waitsFor.length === 0 && <span>{words.ready}</span>}
      {node.headsWaiting.map((head) => (
        <span key={`${head.person.id}${head.campaignId}`} className="td-quiet td-small">
          {words.headWaits(head.person.fullName)} · {head.campaignName}
        </span>
      ))}
    </div>
  )
}
