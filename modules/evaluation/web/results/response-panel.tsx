import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ResultId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { showDate, showMoment } from '#ui/format.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import { resultsText } from './messages.ts'
import { PetitionCard } from './petition-card.tsx'
import type { ResultDetail } from './result-view.ts'
import { TextDialog } from './text-dialog.tsx'
import c from './result-page.module.css'

/** What the person evaluated says about the result: responses, and petitions with their deadline (article 22). */
export function ResponsePanel({ result, resultId }: { result: ResultDetail; resultId: ResultId }) {
  const words = useText(resultsText).response
  const refresh = useRefresh()
  const [writing, setWriting] = useState<'respond' | 'petition'>()
  const { can, deadlines, responses, petitions } = result
  const { today, personId } = useSession()
  const own = result.row.person.id === personId
  const mayRespond = can.includes('respond')
  const mayPetition = can.includes('petition')
  if (result.publishedAt === null) return null
  const done = (text: string) => {
    void refresh(evaluationRoutes.getResult, evaluationRoutes.listPetitions, evaluationRoutes.listResults, evaluationRoutes.myWork)
    toast(text)
    setWriting(undefined)
  }
  return (
    <Section
      title={words.title}
      description={mayPetition && deadlines.petitionUntil !== null ? words.petitionUntil(showDate(deadlines.petitionUntil)) : own && deadlines.petitionUntil !== null && today > deadlines.petitionUntil ? words.petitionClosed : undefined}
      actions={
        mayRespond || mayPetition ? (
          <>
            {mayRespond && (
              <Button variant="default" onClick={() => setWriting('respond')}>
                {words.respond}
              </Button>
            )}
            {mayPetition && <Button onClick={() => setWriting('petition')}>{words.petition}</Button>}
          </>
        ) : undefined
      }
    >
      {responses.length === 0 && petitions.length === 0 && <p className="td-quiet">{words.none}</p>}
      {petitions.map((petition) => (
        <PetitionCard key={petition.id} petition={petition} />
      ))}
      {responses.length > 0 && (
        <div className={c.petition}>
          <h3>{words.responses}</h3>
          {responses.map((response) => (
            <div key={response.givenAt}>
              <span className={c.label}>{showMoment(response.givenAt)}</span>
              <p className={c.prose}>{response.text}</p>
            </div>
          ))}
        </div>
      )}
      {writing === 'respond' && (
        <TextDialog
          title={words.respond}
          hint={`${words.respondHint}${deadlines.respondUntil === null ? '' : ` ${words.respondUntil(showDate(deadlines.respondUntil))}`}`}
          submitLabel={words.respond}
          send={(text, options) => call(evaluationRoutes.respond, { params: { resultId }, body: { text } }, options)}
          onSent={() => done(words.sent)}
          onClose={() => setWriting(undefined)}
        />
      )}
      {writing === 'petition' && (
        <TextDialog
          title={words.petition}
          hint={`${words.petitionHint}${deadlines.petitionUntil === null ? '' : ` ${words.petitionUntil(showDate(deadlines.petitionUntil))}`}`}
          submitLabel={words.petition}
          send={(text, options) => call(evaluationRoutes.filePetition, { params: { resultId }, body: { text } }, options)}
          onSent={(filed) => done(words.petitionSent(showDate(filed.dueOn)))}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Section>
  )
}
