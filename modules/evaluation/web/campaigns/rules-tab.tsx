import { Button } from '@mantine/core'
import { useState } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { Facts } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { responseDays } from '../../domain/early-response.ts'
import { filingDays } from '../../domain/petition.ts'
import type { CompiledRulebook, Setting } from '../../domain/rulebook/compiled-rulebook.ts'
import { places } from '../places.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import type { Campaign } from './campaign-view.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

/** The rulebook a campaign is pinned to and how its open points are read. */
export function RulesTab({ campaign, rulebook }: { campaign: Campaign; rulebook: CompiledRulebook | undefined }) {
  const words = useText(campaignsText)
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <div className="td-stack">
      <Section title={words.rules.rulebook} description={words.rules.pinned}>
        <Facts
          items={[
            {
              label: words.rules.rulebook,
              value: (
                <>
                  <Link {...places.rulebook(campaign.rulebook.id, campaign.rulebook.version)}>
                    {campaign.rulebook.name[language]} ({words.rules.version(campaign.rulebook.version)})
                  </Link>{' '}
                  <ConfidenceMark value={rulebook?.confidence} />
                </>
              ),
            },
            { label: words.rules.document, value: campaign.rulebook.documentNumber },
            { label: words.rules.hash, value: <span className={c.code}>{campaign.rulebook.hash.slice(0, 16)}</span> },
          ]}
        />
      </Section>
      {rulebook !== undefined && (
        <Section
          title={words.rules.settings}
          description={campaign.status === 'draft' ? undefined : words.rules.draftOnly}
          actions={
            campaign.manages && campaign.status === 'draft' ? (
              <Button variant="default" onClick={() => setEditing(true)}>
                {words.rules.edit}
              </Button>
            ) : undefined
          }
        >
          <Facts
            items={[
              ...rulebook.settings.map((setting) => ({ label: setting.name[language], value: <Reading setting={setting} value={campaign.settings[setting.id]} /> })),
              { label: words.create.responseDays, value: `${responseDays(campaign.settings)} ${words.create.workingDays}` },
              ...(rulebook === undefined ? [] : [{ label: words.create.filingDays, value: `${filingDays(rulebook, campaign.settings)} ${words.create.workingDays}` }]),
            ]}
          />
        </Section>
      )}
      {editing && rulebook !== undefined && <EditDialog campaign={campaign} rulebook={rulebook} what="settings" onClose={() => setEditing(false)} />}
    </div>
  )
}

function Reading({ setting, value }: { setting: Setting; value: unknown }) {
  const words = useText(campaignsText).create
  const language = useLanguage()
  const used = value === undefined ? setting.default : String(value)
  const name = setting.values.find((each) => each.value === used)?.name[language] ?? used
  return (
    <>
      {name} {used === setting.default && <StatusBadge>{words.byDefault}</StatusBadge>} <ConfidenceMark value={setting.confidence} />
    </>
  )
}
