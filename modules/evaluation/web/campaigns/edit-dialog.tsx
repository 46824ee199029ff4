import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from './campaign-view.tsx'
import { DueFields, readDue, type DueEntries } from './due-fields.tsx'
import { campaignsText } from './messages.ts'
import { SettingsFields, type SettingValues } from './settings-fields.tsx'

type Body = BodyOf<typeof evaluationRoutes.changeCampaign>

interface EditDialogProps {
  campaign: Campaign
  rulebook: CompiledRulebook
  what: 'particulars' | 'settings'
  onClose: () => void
}

/** Changes the name and deadlines of a campaign, or, in a draft, how its rules are read. */
export function EditDialog({ campaign, rulebook, what, onClose }: EditDialogProps) {
  const words = useText(campaignsText)
  const { refusals, save } = useText(evaluationText)
  const refresh = useRefresh()
  const [name, setName] = useState(campaign.name)
  const [due, setDue] = useState<DueEntries>({ ...campaign.due, wrong: [] })
  const [settings, setSettings] = useState<{ values: SettingValues; valid: boolean }>({ values: campaign.settings, valid: true })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.changeCampaign, { params: { campaignId: campaign.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.getCampaign, evaluationRoutes.listCampaigns, evaluationRoutes.listParticipants, evaluationRoutes.quotas, evaluationRoutes.myWork)
      toast(what === 'settings' ? words.rules.saved : words.page.edited)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    const ready = readDue(due)
    if (name.trim() === '' || ready === undefined || !settings.valid) return
    void act({ version: campaign.version, name: name.trim(), due: { ...ready }, settings: { ...settings.values } })
  }
  return (
    <Dialog title={what === 'settings' ? words.rules.editTitle : words.page.editTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={save} busy={busy}>
        {what === 'particulars' && (
          <>
            <TextField label={words.create.name} value={name} onChange={setName} maxLength={200} autoFocus error={tried && name.trim() === '' ? words.create.needed.name : undefined} />
            <DueFields entries={due} onChange={setDue} tried={tried} />
          </>
        )}
        {what === 'settings' && (
          <>
            <p className="td-quiet td-small">{words.create.settingsHint}</p>
            <SettingsFields rulebook={rulebook} values={settings.values} onChange={(values, { valid }) => setSettings({ values, valid })} />
          </>
        )}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
