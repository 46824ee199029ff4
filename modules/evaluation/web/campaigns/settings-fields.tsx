import { RadioField } from '#ui/check-field.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { daySettings, responseSetting } from '../../domain/early-response.ts'
import { filingSetting, usualFilingDays } from '../../domain/petition.ts'
import type { CompiledRulebook, Setting } from '../../domain/rulebook/compiled-rulebook.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { campaignsText } from './messages.ts'
import c from './settings-fields.module.css'

/** Settings by full name; an absent one stands at its default. */
export type SettingValues = Readonly<Record<string, unknown>>

interface SettingsFieldsProps {
  rulebook: CompiledRulebook
  values: SettingValues
  onChange: (values: SettingValues, state: { valid: boolean }) => void
}

/** Every ambiguity of the text with its explanation, its readings and its default. */
export function SettingsFields({ rulebook, values, onChange }: SettingsFieldsProps) {
  const words = useText(campaignsText).create
  const put = (name: string, value: unknown, usual: unknown, valid = true) => {
    const rest = Object.fromEntries(Object.entries(values).filter(([known]) => known !== name))
    onChange(value === usual ? rest : { ...rest, [name]: value }, { valid })
  }
  return (
    <div className={c.settings}>
      {rulebook.settings.map((setting) => (
        <div key={setting.id} className={c.setting}>
          <SettingField setting={setting} value={String(values[setting.id] ?? setting.default)} onChange={(value) => put(setting.id, value, setting.default)} />
          <SettingSource setting={setting} />
        </div>
      ))}
      {([[filingSetting, words.filingDays, words.filingDaysHint], [responseSetting, words.responseDays, words.responseDaysHint]] as const).map(([name, label, hint]) => {
        const { least, most, usual: known } = daySettings[name]
        const usual = name === filingSetting ? usualFilingDays(rulebook) : known
        const days = values[name]
        return (
          <div key={name} className={c.setting}>
            <NumberField
              label={label}
              hint={hint}
              value={String(typeof days === 'number' ? days : usual)}
              places={0}
              min={String(least)}
              max={String(most)}
              unit={words.workingDays}
              onChange={(next, state) => put(name, Number(next ?? usual), usual, state.valid && next !== null)}
            />
          </div>
        )
      })}
    </div>
  )
}

function SettingField({ setting, value, onChange }: { setting: Setting; value: string; onChange: (value: string) => void }) {
  const words = useText(campaignsText).create
  const language = useLanguage()
  const choices = setting.values.map((each) => ({
    value: each.value,
    label: each.value === setting.default ? `${each.name[language]} (${words.byDefault})` : each.name[language],
  }))
  const shared = { label: setting.name[language], hint: setting.explanation[language], value, choices }
  return choices.length > 3 ? <SelectField {...shared} none={null} onChange={(next) => next !== null && onChange(next)} /> : <RadioField {...shared} onChange={onChange} />
}

function SettingSource({ setting }: { setting: Setting }) {
  return (
    <p className={c.source}>
      {setting.article}
      <ConfidenceMark value={setting.confidence} />
    </p>
  )
}
