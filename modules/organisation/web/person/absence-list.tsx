import { Button } from '@mantine/core'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { AbsenceView } from '../../contract/views.ts'
import { absenceTerms, termOf } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import c from './holding-timeline.module.css'
import { personText } from './messages.ts'

interface AbsenceListProps {
  absences: readonly AbsenceView[]
  day: string
  canManage: boolean
  onAdd: () => void
  onEdit: (absence: AbsenceView) => void
  onRemove: (absence: AbsenceView) => void
}

/** Absences that count in evaluation (điều 11 Nghị định 335/2025/NĐ-CP), latest first. */
export function AbsenceList({ absences, day, canManage, onAdd, onEdit, onRemove }: AbsenceListProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <Section
      title={words.absences}
      description={words.absencesHint}
      actions={
        canManage && (
          <Button variant="default" onClick={onAdd}>
            {words.addAbsence}
          </Button>
        )
      }
    >
      {absences.length === 0 ? (
        <p className="td-quiet">{words.noAbsences}</p>
      ) : (
        <ol className={c.timeline} aria-label={words.absences}>
          {absences.map((absence) => {
            const days = shared.fromTo(showDate(absence.from), showDate(absence.to))
            const kind = termOf(absenceTerms, absence.kind, language)
            return (
              <li key={absence.id} data-state={absence.from > day ? 'future' : absence.to >= day ? 'current' : 'past'}>
                <span className={c.when}>{days}</span>
                <div className={c.what}>
                  <strong>{kind}</strong>
                  <div className="td-quiet td-small">{absence.decisionNumber === '' ? words.noDecision : words.decision(absence.decisionNumber, '')}</div>
                  {canManage && (
                    <div className={c.actions}>
                      <Button variant="subtle" size="compact-sm" aria-label={words.editAbsenceOf(kind, days)} onClick={() => onEdit(absence)}>
                        {words.edit}
                      </Button>
                      <Button variant="subtle" size="compact-sm" aria-label={words.removeAbsenceOf(kind, days)} onClick={() => onRemove(absence)}>
                        {words.remove}
                      </Button>
                    </div>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
