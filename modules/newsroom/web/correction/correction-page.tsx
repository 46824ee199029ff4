import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { correctionRoutes, type correctionView } from '../../contract/correction-routes.ts'
import { partNames } from '../../domain/correction/notice.ts'
import { archiveText } from '../archive/messages.ts'
import { newsroomText } from '../messages.ts'
import { correctionsPlace, storyPlace } from '../places.ts'
import { ConclusionFields, wholeConclusion, type ConclusionDraft } from './conclusion-fields.tsx'
import { correctionTones } from './corrections-page.tsx'
import { correctionText } from './messages.ts'

type Correction = z.output<typeof correctionView>

/** One correction: written until no mandatory part is missing, then issued. */
export function CorrectionPage() {
  const words = useText(correctionText)
  const { refusals } = useText(newsroomText)
  const correctionId = useParam('correctionId') as Id<'correction'>
  const loaded = useLoad(correctionRoutes.getCorrection, { params: { correctionId } })
  if (loaded.data !== undefined) return <Loaded key={`${correctionId} ${loaded.data.revision}`} correction={loaded.data} />
  return (
    <Page title={words.title} crumbs={[{ label: words.title, to: correctionsPlace }]}>
      <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
      {loaded.error === null && <LoadingRows rows={6} />}
    </Page>
  )
}

function Loaded({ correction }: { correction: Correction }) {
  const words = useText(correctionText)
  const { confidences } = useText(archiveText)
  const { refusals } = useText(newsroomText)
  const names = partNames[useLanguage()]
  const refresh = useRefresh()
  const params = { correctionId: correction.id }
  const [said, setSaid] = useState({ workName: correction.workName, columnName: correction.columnName, falseContent: correction.falseContent, correctedContent: correction.correctedContent, apology: correction.apology })
  const { documentNumber, documentIssuer, documentDate, receivedOn, revision, term, issued, can } = correction
  const [conclusion, setConclusion] = useState<ConclusionDraft>({ documentNumber, documentIssuer, documentDate, receivedOn })
  const [tried, setTried] = useState(false)
  const save = useAct(
    (whole: NonNullable<ReturnType<typeof wholeConclusion>>, options) => call(correctionRoutes.saveCorrection, { params, body: { revision, ...whole, ...said } }, options),
    async () => {
      toast(words.saved)
      await refresh(correctionRoutes.getCorrection, correctionRoutes.listCorrections)
    },
  )
  const submit = () => {
    setTried(true)
    const whole = wholeConclusion(conclusion)
    if (whole !== null) void save.act(whole)
  }
  const issue = useAct(
    (_: null, options) => call(correctionRoutes.issueCorrection, { params, body: { revision } }, options),
    async () => {
      toast(words.issued)
      await refresh(correctionRoutes.getCorrection, correctionRoutes.listCorrections)
    },
  )
  const print = useAct(async () => {
    const file: unknown = await call(correctionRoutes.printCorrection, { params })
    if (file instanceof Blob) saveFile(file, 'cai-chinh.pdf')
  })
  const field = (part: keyof typeof said, label: string, maxLength: number, multiline = false) => (
    <TextField label={label} value={said[part]} onChange={(text) => setSaid({ ...said, [part]: text })} maxLength={maxLength} multiline={multiline} />
  )
  const changed = Object.entries({ ...said, ...conclusion }).some(([part, value]) => correction[part as keyof typeof said | keyof ConclusionDraft] !== value)
  return (
    <Page
      title={correction.story.title}
      mark={<StatusBadge tone={correction.overdue ? 'bad' : correctionTones[correction.state]}>{correction.overdue ? `${words.states[correction.state]} · ${words.overdue}` : words.states[correction.state]}</StatusBadge>}
      description={`${documentNumber}, ${documentIssuer}, ${showDate(documentDate)}`}
      crumbs={[{ label: words.title, to: correctionsPlace }]}
      actions={
        <>
          <Button variant="default" loading={print.busy} onClick={() => void print.act(null)}>
            {words.print}
          </Button>
          {can.issue && (
            <Button disabled={changed} loading={issue.busy} onClick={() => void issue.act(null)}>
              {words.issue}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={save.error ?? issue.error ?? print.error} refusals={refusals} />
      <Notice tone={correction.overdue ? 'bad' : 'info'}>{term === null ? words.noTerm : `${words.term(showDate(term.due), term.text)} ${confidences[term.confidence]}`}</Notice>
      {correction.missing.length > 0 && <Notice tone="warn" title={words.missing}>{correction.missing.map((part) => names[part]).join('; ')}</Notice>}
      {correction.lacking.length > 0 && (
        <Notice tone="warn" title={words.lacking}>
          <p>{correction.lacking.map((part) => names[part]).join('; ')}</p>
          <p>{words.lackingBody}</p>
        </Notice>
      )}
      <p>
        <Link to={storyPlace(correction.story.id)}>{words.story}</Link>
        {issued !== null && (
          <>
            {' · '}
            <Link to={storyPlace(issued.noticeStoryId)}>{words.noticeStory}</Link>
          </>
        )}
        {correction.airedAt !== null && ` · ${words.airedAt(showMoment(correction.airedAt))}`}
      </p>
      {can.write && (
        <section className="td-panel">
          <Form onSubmit={submit} submitLabel={words.save} busy={save.busy}>
            <ConclusionFields value={conclusion} onChange={setConclusion} tried={tried} />
            <Columns>
              {field('workName', words.workName, 300)}
              {field('columnName', words.columnName, 120)}
            </Columns>
            {field('falseContent', words.falseContent, 4000, true)}
            {field('correctedContent', words.correctedContent, 4000, true)}
            {field('apology', words.apology, 2000, true)}
          </Form>
        </section>
      )}
      {correction.paragraphs.length > 0 && (
        <Section title={words.notice}>
          {correction.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      )}
    </Page>
  )
}
