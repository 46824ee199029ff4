import { useState } from 'react'
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useGo } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField, type Choice } from '#ui/select-field.tsx'
import { TextField, useOptionalLabel } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { UnitChangeInput } from '../../contract/unit-change-shape.ts'
import type { UnitView } from '../../contract/views.ts'
import { codesOf, unitChangeTerms, type UnitChangeKind } from '../../domain/reference-lists.ts'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { organisationText } from '../messages.ts'
import { treeOrder } from '../pickers/tree-order.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { ActFields } from './act-fields.tsx'
import { draftFor, draftOfKind, endsUnits, readChange } from './change-draft.ts'
import { unitChangeText } from './messages.ts'

interface UnitChangeDialogProps {
  /** The unit the act begins from; undefined to found a first unit. */
  unit: UnitView | undefined
  first: UnitChangeKind
  /** The day shown by the page, first guess of the effective day. */
  day: CalendarDate
  onClose: () => void
}

/** One act of reorganisation (sắp xếp tổ chức) by a document: its kind decides which fields there are. */
export function UnitChangeDialog({ unit, first, day, onClose }: UnitChangeDialogProps) {
  const words = useText(unitChangeText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const noteLabel = useOptionalLabel(words.note)
  const documentDateLabel = useOptionalLabel(words.documentDate)
  const { today } = useSession()
  const go = useGo()
  const [draft, setDraft] = useState(() => draftFor(first, unit, day))
  const [badDates, setBadDates] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const tree = useLoad(organisationRoutes.getUnitTree, { query: { date: draft.effectiveOn ?? day } })
  const nodes = tree.data?.units ?? []
  const choices: Choice<UnitId>[] = treeOrder(nodes).map(({ unit: node, depth }) => ({ value: node.id, label: node.name, detail: node.code, depth }))
  const versionOf = (id: UnitId) => nodes.find((node) => node.id === id)?.version ?? (unit?.id === id ? unit.version : undefined)
  const read = readChange(draft, unit?.id, versionOf)
  const wrong = (path: string): boolean => tried && !read.ok && [...read.wrong].some((other) => other === path || other.startsWith(`${path}.`))
  const { act, busy, error, reset } = useOrganisationAct(
    (body: UnitChangeInput, options) => call(organisationRoutes.changeUnits, { body }, options),
    (done) => (done.endedPosts > 0 ? words.ended(done.endedPosts, done.endedHoldings) : words.done),
    (done) => {
      onClose()
      const elsewhere = unit === undefined || draft.kind === 'merge' || draft.kind === 'absorb' || draft.kind === 'divide'
      if (!elsewhere) return
      const shown = draft.effectiveOn !== null && draft.effectiveOn > today ? draft.effectiveOn : undefined
      const { to, search } = places.unit(done.unitId, shown)
      go(to, search ? { search } : {})
    },
  )
  const begin = (kind: UnitChangeKind) => {
    setDraft(draftOfKind(draft, kind, unit))
    setTried(false)
    reset()
  }
  const submit = () => {
    setTried(true)
    if (read.ok && badDates.size === 0) void act(read.body)
    else focusFirstWrong()
  }
  const dateState = (field: string, valid: boolean) => {
    const next = new Set(badDates)
    if (valid) next.delete(field)
    else next.add(field)
    setBadDates(next)
  }
  const kinds = codesOf(unitChangeTerms).map((kind) => ({ value: kind, label: words.acts[kind] }))
  const mayStandAlone = unit === undefined ? (tree.data?.can.foundRoot ?? false) : unit.can.moveOut
  return (
    <Dialog title={unit === undefined ? words.foundTitle : `${words.title}: ${unit.name}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.submit} busy={busy}>
        <ErrorNotice error={tree.error} refusals={refusals} onRetry={() => void tree.refetch()} />
        {unit !== undefined && (
          <SelectField label={words.what} value={draft.kind} choices={kinds} none={null} onChange={(kind) => kind !== null && begin(kind)} />
        )}
        <p className="td-quiet td-small">{words.hints[draft.kind]}</p>
        <Columns>
          <DateField
            label={words.effectiveOn}
            hint={words.effectiveHint}
            value={draft.effectiveOn}
            required
            onChange={(effectiveOn, { valid }) => {
              setDraft({ ...draft, effectiveOn })
              dateState('effectiveOn', valid)
            }}
            error={wrong('effectiveOn') ? shared.needed(words.effectiveOn.toLowerCase()) : undefined}
          />
          <TextField
            label={words.documentNumber}
            hint={words.documentHint}
            value={draft.documentNumber}
            onChange={(documentNumber) => setDraft({ ...draft, documentNumber })}
            maxLength={100}
            required
            error={wrong('documentNumber') ? shared.needed(words.documentNumber.toLowerCase()) : undefined}
          />
        </Columns>
        <ActFields
          draft={draft}
          unit={unit}
          choices={choices}
          childrenOfUnit={choices.filter((choice) => nodes.some((node) => node.id === choice.value && node.parentId === unit?.id))}
          mayStandAlone={mayStandAlone}
          wrong={wrong}
          onChange={setDraft}
        />
        <Columns>
          <DateField
            label={documentDateLabel}
            value={draft.documentDate}
            onChange={(documentDate, { valid }) => {
              setDraft({ ...draft, documentDate })
              dateState('documentDate', valid)
            }}
          />
          <TextField label={noteLabel} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} maxLength={2_000} />
        </Columns>
        {endsUnits(draft.kind) && draft.effectiveOn !== null && (
          <Notice tone="warn">
            <p>{words.ends(showDate(addDays(draft.effectiveOn, -1)))}</p>
            {draft.kind !== 'dissolve' && <p>{words.appointAnew}</p>}
          </Notice>
        )}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
