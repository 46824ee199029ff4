import { Button } from '@mantine/core'
import { IconCertificate } from '#ui/icons.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { resultsText } from './messages.ts'
import type { ResultDetail } from './result-view.ts'
import c from './result-page.module.css'
import { useFile } from './use-file.ts'

/** The root of the set a result was made known in, as printed on its form, and for the person scored the proof to keep. */
export function PublishedSet({ result }: { result: ResultDetail }) {
  const words = useText(resultsText).publishedSet
  const { refusals } = useText(evaluationText)
  const proof = useFile(evaluationRoutes.resultProof)
  const set = result.publishedSet
  if (set === null) return null
  return (
    <Section title={words.title} description={words.description(set.size)}>
      <p className={c.root}>
        {words.root} <code>{set.root.replace(/(.{16})(?!$)/g, '$1 ')}</code>
      </p>
      {set.own && (
        <>
          <ErrorNotice error={proof.error} refusals={refusals} />
          <div className="td-row">
            <Button
              variant="default"
              leftSection={<IconCertificate size={18} aria-hidden="true" />}
              loading={proof.busy}
              onClick={() => void proof.act({ input: { params: { campaignId: result.campaign.id, personId: result.row.person.id } }, name: `bang-chung-${result.row.code}.json` })}
            >
              {words.take}
            </Button>
          </div>
          <p className="td-quiet td-small">{words.takeHint}</p>
        </>
      )}
    </Section>
  )
}
