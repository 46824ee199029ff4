import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '#ui/icons.tsx'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import type { ComplexityGroup } from '../../domain/catalogue.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { groupProblem, groupsOf, mayAddGroup, nextGroup, type GroupRow } from './group-rows.ts'
import { catalogueText } from './messages.ts'
import type { Catalogue } from './types.ts'
import c from './catalogue.module.css'

interface Head {
  name: string
  decisionNumber: string
  decisionDate: CalendarDate
  issuer: string
  validFrom: CalendarDate
  standardProduct: string
  standardPoints: string
  groups: ComplexityGroup[]
}

/** Issues a catalogue or changes the head of the present one: decision, standard product, groups (article 13.1). */
export function HeadDialog({ catalogue, onClose }: { catalogue: Catalogue | null; onClose: () => void }) {
  const all = useText(catalogueText)
  const words = all.head
  const { refusals } = useText(evaluationText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [texts, setTexts] = useState({
    name: catalogue?.name ?? '',
    decisionNumber: catalogue?.decisionNumber ?? '',
    issuer: catalogue?.issuer ?? '',
    standardProduct: catalogue?.standardProduct ?? '',
  })
  const [decisionDate, setDecisionDate] = useState<CalendarDate | null>(catalogue?.decisionDate ?? null)
  const [validFrom, setValidFrom] = useState<CalendarDate | null>(catalogue?.validFrom ?? today)
  const [standardPoints, setStandardPoints] = useState<string | null>(catalogue?.standardPoints ?? null)
  const [groups, setGroups] = useState<readonly GroupRow[]>(catalogue?.groups ?? [nextGroup([])])
  const [valid, setValid] = useState<Readonly<Record<string, boolean>>>({})
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (head: Head, options) => call(evaluationRoutes.saveCatalogue, { body: { ...head, id: catalogue?.id ?? null, version: catalogue?.version ?? 0 } }, options),
    () => {
      toast(words.saved)
      void refresh(evaluationRoutes.getCatalogue, evaluationRoutes.listProducts)
      onClose()
    },
  )
  const note = (field: string) => (_: unknown, state: { valid: boolean }) => setValid((before) => ({ ...before, [field]: state.valid }))
  const textField = (field: keyof typeof texts, maxLength: number) => (
    <TextField
      label={{ name: words.name, decisionNumber: words.decision, issuer: words.issuer, standardProduct: words.standard }[field]}
      value={texts[field]}
      onChange={(text) => setTexts({ ...texts, [field]: text })}
      maxLength={maxLength}
      error={tried && texts[field].trim() === '' ? all.needed.text : undefined}
    />
  )
  const change = (at: number, patch: Partial<GroupRow>) => setGroups(groups.map((row, index) => (index === at ? { ...row, ...patch } : row)))
  const submit = () => {
    setTried(true)
    const ready = groupsOf(groups)
    if (Object.values(texts).some((text) => text.trim() === '') || decisionDate === null || validFrom === null || standardPoints === null || /^0+(\.0+)?$/.test(standardPoints)) return
    if (ready === undefined || Object.values(valid).includes(false)) return
    void act({ ...texts, decisionDate, validFrom, standardPoints, groups: ready })
  }
  return (
    <Dialog title={catalogue === null ? all.issue : words.title} onClose={onClose} wide>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <ErrorNotice error={error} refusals={refusals} />
        {textField('name', 300)}
        <Columns>
          {textField('decisionNumber', 60)}
          <DateField
            label={words.date}
            value={decisionDate}
            onChange={(date, state) => {
              setDecisionDate(date)
              note('decisionDate')(date, state)
            }}
            error={tried && decisionDate === null ? all.needed.date : undefined}
          />
          <DateField
            label={words.from}
            value={validFrom}
            onChange={(date, state) => {
              setValidFrom(date)
              note('validFrom')(date, state)
            }}
            error={tried && validFrom === null ? all.needed.date : undefined}
          />
        </Columns>
        {textField('issuer', 200)}
        <Columns>
          {textField('standardProduct', 300)}
          <NumberField
            label={words.standardPoints}
            hint={words.standardHint}
            value={standardPoints}
            places={2}
            min="0"
            max="999999"
            onChange={(points, state) => {
              setStandardPoints(points)
              note('standardPoints')(points, state)
            }}
            error={tried && (standardPoints === null || standardPoints === '0') ? all.needed.points : undefined}
          />
        </Columns>
        <fieldset className={c.groups}>
          <legend>{words.groups}</legend>
          <p className="td-quiet td-small">{words.groupsHint}</p>
          {groups.map((row, at) => {
            const problem = tried ? groupProblem(groups, at) : undefined
            return (
              <div key={at} className={c.groupRow}>
                <TextField label={words.groupCode} value={row.code} onChange={(code) => change(at, { code })} maxLength={20} error={problem === 'same-code' ? all.needed.sameCode : undefined} />
                <TextField label={words.groupName} value={row.name} onChange={(name) => change(at, { name })} maxLength={200} error={problem === 'text' ? all.needed.text : undefined} />
                <NumberField
                  label={words.groupMax}
                  value={row.maxPoints}
                  places={2}
                  min="0"
                  max="999999"
                  onChange={(maxPoints, state) => {
                    change(at, { maxPoints })
                    note(`group ${at}`)(maxPoints, state)
                  }}
                  error={problem === 'points' ? all.needed.points : undefined}
                />
                <Button variant="subtle" color="red" px={8} disabled={groups.length === 1} aria-label={words.removeGroup(row.code)} onClick={() => setGroups(groups.filter((_, index) => index !== at))}>
                  <IconTrash size={18} aria-hidden="true" />
                </Button>
              </div>
            )
          })}
          <div>
            <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden="true" />} disabled={!mayAddGroup(groups)} onClick={() => setGroups([...groups, nextGroup(groups)])}>
              {words.addGroup}
            </Button>
          </div>
        </fieldset>
      </Form>
    </Dialog>
  )
}
