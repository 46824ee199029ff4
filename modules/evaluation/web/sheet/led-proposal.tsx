import { Button } from '@mantine/core'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { defineText, useText } from '#ui/text.ts'
import { Fold } from '../campaigns/fold.tsx'
import type { SubjectSheet } from './sheet-content.ts'
import c from './judgement-choices.module.css'

const ledText = defineText({
  vi: {
    all: (value: string, floor: string, count: number) => `Đề xuất ${value}% vì mọi người từ ${floor} điểm trở lên (${count} người).`,
    some: (value: string, floor: string, failing: number) => `Đề xuất ${value}% vì có ${failing} người dưới ${floor} điểm.`,
    waiting: (waiting: number, known: number) => `Chưa đề xuất được: còn ${waiting} người thuộc quyền chưa có điểm, ${known} người đã có.`,
    nobody: 'Chưa đề xuất được: không có người thuộc quyền nào được chấm trong kỳ này.',
    ground: 'Đề xuất không tự ghi vào phiếu.',
    take: (value: string) => `Chọn ${value}%`,
    list: (count: number) => `Điểm của ${count} người thuộc quyền`,
    none: 'chưa có điểm',
  },
  en: {
    all: (value: string, floor: string, count: number) => `${value} % is proposed: everybody has ${floor} points or more (${count} people).`,
    some: (value: string, floor: string, failing: number) => `${value} % is proposed: ${failing} below ${floor} points.`,
    waiting: (waiting: number, known: number) => `Nothing to propose yet: ${waiting} of those led have no score, ${known} have.`,
    nobody: 'Nothing to propose: nobody led is scored in this period.',
    ground: 'A proposal never fills the sheet by itself.',
    take: (value: string) => `Choose ${value} %`,
    list: (count: number) => `Scores of ${count} people led`,
    none: 'no score yet',
  },
})

type Proposal = NonNullable<SubjectSheet['ledProposal']>

/** What d would be by the scores of those led, with the list (article 15.3a); the superior takes it by a click or not. */
export function LedProposal({ proposal, chosen, onTake }: { proposal: Proposal; chosen: string | undefined; onTake: ((value: string) => void) | undefined }) {
  const words = useText(ledText)
  const language = useLanguage()
  const { value, floor, reached, failing, waiting, people } = proposal
  const shown = (text: string) => showDecimal(text, language)
  const sentence = (() => {
    if (value !== null) return failing > 0 ? words.some(shown(value), shown(floor ?? '50'), failing) : words.all(shown(value), shown(floor ?? '50'), reached)
    return waiting > 0 ? words.waiting(waiting, reached) : words.nobody
  })()
  return (
    <div className={c.proposal}>
      <p>
        <strong>{sentence}</strong> <span className="td-quiet td-small">{words.ground}</span>
      </p>
      {value !== null && onTake !== undefined && chosen !== value && (
        <Button size="compact-sm" variant="light" onClick={() => onTake(value)}>
          {words.take(shown(value))}
        </Button>
      )}
      {people.length > 0 && (
        <Fold title={words.list(people.length)}>
          <ul className={c.led}>
            {people.map((one) => (
              <li key={one.person.id} data-failing={one.reached === false || undefined}>
                {one.person.fullName}: {one.total === null ? <span className="td-quiet">{words.none}</span> : <strong>{shown(one.total)}</strong>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}
