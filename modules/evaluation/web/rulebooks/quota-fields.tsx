import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { partIdOf, sourceRecords } from '../../domain/rulebook/edit-parts.ts'
import { insertIntoSource, readSource, type SourcePath, type SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { choicesOf, useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceChoice, SourceTicks } from './fields.tsx'
import { FormulaField } from './formula-field.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

/** How many may be at a level (tỷ lệ): of whom, in which scope, counted how. */
export function QuotaFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  const [adding, setAdding] = useState(false)
  const levels = choicesFor(recordsAt(form.good, ['levels']))
  const settings = choicesFor(recordsAt(form.good, ['settings']))
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['quotas']).map((quota, i) => {
        const path: SourcePath = ['quotas', i]
        return (
          <Item
            key={String(quota['id'])}
            path={path}
            name={nameOf(quota)}
            known={['label', 'article', 'level', 'qualifying', 'scopes', 'baseSetting', 'rateSetting', 'allowed']}
            movable
            removable
            head={<strong>{nameOf(quota)}</strong>}
          >
            <SourceBilingual path={[...path, 'label']} label={words.name} />
            <Columns>
              <SourceChoice path={[...path, 'level']} label={words.quotaLevel} choices={levels} />
              <SourceChoice path={[...path, 'rateSetting']} label={words.rateSetting} hint={words.rateHint} choices={settings} />
              <SourceChoice path={[...path, 'baseSetting']} label={words.baseSetting} choices={settings} />
            </Columns>
            <SourceTicks path={[...path, 'qualifying']} label={words.qualifying} choices={levels} />
            <SourceTicks path={[...path, 'scopes']} label={words.scopes} choices={choicesOf(words.scopeNames)} />
            <FormulaField path={[...path, 'allowed']} label={words.allowed} place="quota" />
          </Item>
        )
      })}
      <AddButton label={words.addQuota} onAdd={() => setAdding(true)} />
      {adding && <NameDialog title={words.addQuota} onClose={() => setAdding(false)} onAdd={(label) => form.edit((text) => addQuota(text, label))} />}
    </div>
  )
}

const both = (vi: string, en: string): SourceValue => ({ vi, en })

/** A quota of 20 % of everybody at the best level, with the settings its numbers stand in. */
function addQuota(text: string, label: Bilingual): string {
  const { value } = readSource(text)
  const [settings, quotas, levels] = (['settings', 'quotas', 'levels'] as const).map((part) => sourceRecords(value, [part]))
  const taken = (settings ?? []).map((setting) => setting['id'])
  const id = partIdOf(label.vi, (quotas ?? []).map((quota) => quota['id']))
  const [base, rate] = [partIdOf(`co so ${label.vi}`, taken), partIdOf(`ty le ${label.vi}`, taken)]
  const best = String(levels?.[0]?.['id'] ?? '')
  const chosen = both('Cơ quan tự chọn', 'The body chooses')
  const withBase = insertIntoSource(text, ['settings'], {
    id: base,
    name: both(`Cơ số: ${label.vi}`, `Base: ${label.en}`),
    explanation: chosen,
    default: 'headcount',
    values: [{ value: 'headcount', name: both('Tổng số người', 'Headcount') }, { value: 'qualifying', name: both('Số người ở các mức được tính', 'People at the counted levels') }],
  })
  const withRate = insertIntoSource(withBase, ['settings'], {
    id: rate,
    name: both(`Tỷ lệ tối đa: ${label.vi}`, `Rate: ${label.en}`),
    explanation: chosen,
    default: '20%',
    values: [{ value: '20%', number: { exact: '1/5' }, name: both('20%', '20 %') }, { value: '25%', number: { exact: '1/4' }, name: both('25%', '25 %') }],
  })
  return insertIntoSource(withRate, ['quotas'], {
    id,
    label: { ...label },
    level: best,
    qualifying: [best],
    scopes: ['body'],
    baseSetting: base,
    rateSetting: rate,
    allowed: `floor(if(settings.${base} == "headcount", headcount, qualifying) * settings.${rate})`,
  })
}
