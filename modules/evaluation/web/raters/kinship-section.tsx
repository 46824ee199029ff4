import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Id, PersonId } from '#kernel/id.ts'
import { PersonField } from '#modules/organisation/web/index.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { kinshipRelations, type KinshipRelation } from '../../domain/kinship.ts'
import { Fold } from '../campaigns/fold.tsx'
import { evaluationText } from '../messages.ts'
import { ratersText } from './messages.ts'
import c from './ratings.module.css'

/** Declared relatives of somebody, read only when the personnel body opens it. */
export function KinshipSection({ personId }: { personId: PersonId }) {
  const words = useText(ratersText).dialog
  return (
    <Fold title={words.relatives} open={false}>
      <Kinships personId={personId} />
    </Fold>
  )
}

function Kinships({ personId }: { personId: PersonId }) {
  const words = useText(ratersText).dialog
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [relative, setRelative] = useState<{ id: PersonId; fullName: string } | null>(null)
  const [relation, setRelation] = useState<KinshipRelation | null>('spouse')
  const [tried, setTried] = useState(false)
  const list = useLoad(evaluationRoutes.listKinships, { params: { personId } })
  const again = () => void refresh(evaluationRoutes.listKinships, evaluationRoutes.getCampaign)
  const declare = useAct(
    (body: { relativeId: PersonId; relation: KinshipRelation; note: string }, options) => call(evaluationRoutes.declareKinship, { params: { personId }, body }, options),
    () => {
      setRelative(null)
      setTried(false)
      again()
      toast(words.declared)
    },
  )
  const remove = useAct(
    (kinshipId: Id<'kinship'>, options) => call(evaluationRoutes.removeKinship, { params: { personId, kinshipId } }, options),
    () => {
      again()
      toast(words.removed)
    },
  )
  return (
    <div className="td-stack">
      <p className="td-quiet td-small">{words.relativesHint}</p>
      {list.data?.kinships.length === 0 && <p className="td-quiet">{words.noRelatives}</p>}
      <ul className={c.raters}>
        {(list.data?.kinships ?? []).map((each) => (
          <li key={each.id}>
            <span>
              {each.relative.fullName} <span className="td-quiet td-small">{`${words.relations[each.relation]} · ${showDate(each.declaredOn)}`}</span>
            </span>
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => void remove.act(each.id)} aria-label={`${words.remove}: ${each.relative.fullName}`}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        onSubmit={() => {
          setTried(true)
          if (relative !== null && relation !== null) void declare.act({ relativeId: relative.id, relation, note: '' })
        }}
        submitLabel={words.declare}
        busy={declare.busy}
      >
        <PersonField label={words.relative} value={relative} onChange={setRelative} except={personId} error={tried && relative === null ? words.personNeeded : undefined} />
        <SelectField label={words.relation} value={relation} onChange={setRelation} choices={kinshipRelations.map((each) => ({ value: each, label: words.relations[each] }))} none={null} />
      </Form>
      <ErrorNotice error={list.error ?? declare.error ?? remove.error} refusals={refusals} />
    </div>
  )
}
