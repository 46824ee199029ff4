import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { DueFields, readDue, type DueEntries, type DueStep } from './due-fields.tsx'
import { campaignsText } from './messages.ts'
import { SettingsFields, type SettingValues } from './settings-fields.tsx'
import type { Due } from './suggested-due.ts'

/** What may be changed after drafting. */
export interface Particulars {
  readonly name: string
  readonly due: Due
  readonly settings: SettingValues
}

interface ParticularsDialogProps {
  title: string
  of: Particulars
  rulebook: CompiledRulebook
  parts: readonly ('particulars' | 'settings')[]
  dueLabels?: Readonly<Partial<Record<DueStep, string>>>
  save: (particulars: Particulars, options: { requestId: string }) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

/** Changes name and deadlines of a campaign or a round, how its rules are read, or both. */
export function ParticularsDialog({ title, of, rulebook, parts, dueLabels, save, onSaved, onClose }: ParticularsDialogProps) {
  const words = useText(campaignsText)
  const common = useText(evaluationText)
  const [name, setName] = useState(of.name)
  const [due, setDue] = useState<DueEntries>({ ...of.due, wrong: [] })
  const [settings, setSettings] = useState<{ values: SettingValues; valid: boolean }>({ values: of.settings, valid: true })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(save, onSaved)
  const submit = () => {
    setTried(true)
    // Where nobody scores in between, that step ends with the one before.
    const ready = readDue(dueLabels !== undefined && dueLabels.superior === undefined ? { ...due, superior: due.self } : due)
    if (name.trim() === '' || ready === undefined || !settings.valid) return
    void act({ name: name.trim(), due: ready, settings: settings.values })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={common.save} busy={busy}>
        {parts.includes('particulars') && (
          <>
            <TextField label={words.create.name} value={name} onChange={setName} maxLength={200} autoFocus error={tried && name.trim() === '' ? words.create.needed.name : undefined} />
            <DueFields entries={due} onChange={setDue} tried={tried} {...(dueLabels === undefined ? {} : { labels: dueLabels })} />
          </>
        )}
        {parts.includes('settings') && (
          <>
            <p className="td-quiet td-small">{words.create.settingsHint}</p>
            <SettingsFields rulebook={rulebook} values={settings.values} onChange={(values, { valid }) => setSettings({ values, valid })} />
          </>
        )}
        <ErrorNotice error={error} refusals={common.refusals} />
      </Form>
    </Dialog>
  )
}
