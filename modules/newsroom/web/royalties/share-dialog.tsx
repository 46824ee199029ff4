import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { PersonField } from '#modules/organisation/web/index.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { mostShares, royaltyRoutes } from '../../contract/royalty-routes.ts'
import { royaltyRoles } from '../../domain/royalties/split.ts'
import { newsroomText } from '../messages.ts'
import { royaltyText } from './messages.ts'
import { showDong, type Item } from './royalty-view.ts'
import { useShareDraft, type ShareRow } from './use-share-draft.ts'
import c from './royalties.module.css'

interface ShareDialogProps {
  item: Item
  /** Somebody else shared it meanwhile: begins anew with what is stored. */
  onReload: () => void
  onClose: () => void
}

/** Who shares the royalties of an aired item, in which role, with how many percent. */
export function ShareDialog({ item, onReload, onClose }: ShareDialogProps) {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const { genre, setGenre, rows, change, add, drop, sum, twice, body, amounts } = useShareDraft(item)
  const [tried, setTried] = useState(false)
  const save = useAct(
    (sent: NonNullable<typeof body>, options) => call(royaltyRoutes.setShares, { params: { storyId: item.storyId }, body: sent }, options),
    async () => {
      toast(words.shared)
      onClose()
      await refresh(royaltyRoutes.getRoyalties)
    },
  )
  const submit = () => {
    setTried(true)
    if (body !== null) void save.act(body)
  }
  const refused = isRefused(save.error) ? save.error : undefined
  const strangers = refused?.code === 'newsroom.royalty.no-such-person' ? (refused.data['people'] as readonly string[]) : []
  const wrongPerson = ({ key, person }: ShareRow) => {
    if (person === null) return tried ? words.choosePerson : undefined
    return twice.has(key) ? words.twice : strangers.includes(person.id) ? words.stranger : undefined
  }
  const wrongPercent = ({ percent }: ShareRow, at: number) => (!tried ? undefined : percent === null ? words.percentNeeded : at === rows.length - 1 && sum !== 100 ? words.sumWrong : undefined)
  const reload = refused?.code === 'newsroom.royalty.changed' && (
    <Button variant="default" onClick={onReload}>
      {words.reload}
    </Button>
  )
  return (
    <Dialog title={words.shareOf(item.title)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.share} busy={save.busy} otherActions={reload}>
        <ErrorNotice error={save.error} refusals={refusals} />
        <TextField label={words.genre} hint={words.genreFrom(item.category)} value={genre} onChange={setGenre} maxLength={120} />
        {rows.map((row, at) => (
          <div key={row.key} role="group" aria-label={words.partNumber(at + 1)} className={c.share}>
            <PersonField label={words.partNumber(at + 1)} value={row.person} onChange={(person) => change(row.key, { person })} required error={wrongPerson(row)} />
            <SelectField label={words.role} value={row.role} none={null} onChange={(role) => change(row.key, { role: role ?? row.role })} choices={royaltyRoles.map((role) => ({ value: role, label: words.roles[role] }))} />
            <NumberField label={words.percent} unit="%" places={0} min="1" max="100" value={row.percent} onChange={(percent, { valid }) => change(row.key, { percent, readable: valid })} required error={wrongPercent(row, at)} />
            {rows.length > 1 && (
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => drop(row.key)} aria-label={words.dropPart(at + 1)}>
                {words.drop}
              </Button>
            )}
          </div>
        ))}
        <div className="td-row">
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden="true" />} disabled={rows.length >= mostShares} onClick={add}>
            {words.addPart}
          </Button>
          <span aria-live="polite">
            {words.sumOf(sum)}
            {amounts !== null && <span className="td-quiet"> {words.dong(amounts.map(showDong).join(' + '))}.</span>}
          </span>
        </div>
      </Form>
    </Dialog>
  )
}
