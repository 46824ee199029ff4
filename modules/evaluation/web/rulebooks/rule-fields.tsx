import { Button } from '@mantine/core'
import { Columns } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { SourceBilingual, SourceCheck, SourceChoice, SourceNumber, SourceText, SourceTicks } from './fields.tsx'
import { Item } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

type Rec = Readonly<Record<string, unknown>>

/** The words of an entry in the language of the screen: its name, label or id. */
export function useEntryName(): (entry: Rec) => string {
  const language = useLanguage()
  return (entry) => {
    const words = (entry['name'] ?? entry['label']) as Rec | undefined
    return String(words?.[language] ?? entry['id'] ?? '')
  }
}

/** Levels and the points they begin at (ngưỡng). */
export function BandFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const levels = recordsAt(form.good, ['levels'])
  return (
    <div className="td-stack">
      <Columns>
        {recordsAt(form.good, ['rating', 'bands']).map((band, i) => {
          const level = levels.find((each) => each['id'] === band['level'])
          const conditions = Array.isArray(band['conditions']) ? band['conditions'].length : 0
          return (
            <SourceNumber
              key={`${String(band['level'])} ${i}`}
              path={['rating', 'bands', i, 'from']}
              label={words.levelFrom(level === undefined ? String(band['level']) : nameOf(level))}
              {...(conditions === 0 ? {} : { hint: words.conditions(conditions) })}
            />
          )
        })}
      </Columns>
      {levels.map((level, i) => (
        <SourceBilingual key={String(level['id'])} path={['levels', i, 'name']} label={`${words.levelName} ${i + 1}`} />
      ))}
    </div>
  )
}

const ruleKinds = ['exclusions', 'vetoes', 'otherwise', 'ceilings', 'notices'] as const

/** Vetoes, ceilings, exclusions and notices: what they say and when they hold. */
export function SpecialRules() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {ruleKinds.flatMap((kind) =>
        recordsAt(form.good, ['rating', kind]).map((rule, i) => {
          const path: SourcePath = ['rating', kind, i]
          const name = nameOf(rule)
          return (
            <Item key={`${kind} ${String(rule['id'])}`} path={path} name={name} known={['label', 'when', 'level', 'atMost', 'article']} removable head={<strong>{words.ruleKinds[kind]}</strong>}>
              <SourceBilingual path={[...path, 'label']} label={words.label} multiline />
              <SourceText path={[...path, 'when']} label={words.when} />
            </Item>
          )
        }),
      )}
    </div>
  )
}

const leaders = ['head', 'deputy', 'none'] as const

/** Groups of subjects (nhóm đối tượng): names, who belongs and their numbers. */
export function GroupFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['groups']).map((group, i) => {
        const path: SourcePath = ['groups', i]
        const parameters = Object.keys((group['parameters'] ?? {}) as Rec)
        const selector = (group['selector'] ?? {}) as Rec
        return (
          <Item key={String(group['id'])} path={path} name={nameOf(group)} known={['name', 'article', 'selector', 'parameters']} head={<strong>{nameOf(group)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            {Array.isArray(selector['leadership']) && <SourceTicks path={[...path, 'selector', 'leadership']} label={words.leadership} choices={leaders.map((value) => ({ value, label: words.leaders[value] }))} />}
            {parameters.length > 0 && (
              <Columns>
                {parameters.map((name) => (
                  <SourceNumber key={name} path={[...path, 'parameters', name]} label={words.parameter(name)} />
                ))}
              </Columns>
            )}
          </Item>
        )
      })}
    </div>
  )
}

/** Who scores, with which weight, and what a missing one means (người chấm). */
export function RaterFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const raters = recordsAt(form.good, ['raters'])
  const add = () => {
    let number = raters.length + 1
    while (raters.some((rater) => rater['id'] === `rater${number}`)) number += 1
    form.insert(['raters'], {
      id: `rater${number}`,
      name: { vi: rulebooksText.vi.form.newRater, en: rulebooksText.en.form.newRater },
      who: 'peers',
      fills: ['comment'],
      counts: false,
      whenMissing: 'not_needed',
    })
  }
  const choices = <T extends string>(names: Readonly<Record<T, string>>) => Object.entries<string>(names).map(([value, label]) => ({ value, label }))
  return (
    <div className="td-stack">
      {raters.map((rater, i) => {
        const path: SourcePath = ['raters', i]
        return (
          <Item key={String(rater['id'])} path={path} name={nameOf(rater)} known={['name', 'article', 'who', 'weight', 'counts', 'whenMissing']} movable removable head={<strong>{nameOf(rater)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <Columns>
              <SourceChoice path={[...path, 'who']} label={words.who} choices={choices(words.whos)} />
              <SourceNumber path={[...path, 'weight']} label={words.weight} hint={words.weightHint} optional />
              <SourceChoice path={[...path, 'whenMissing']} label={words.whenMissing} choices={choices(words.missing)} />
            </Columns>
            <SourceCheck path={[...path, 'counts']} label={words.counts} />
          </Item>
        )
      })}
      {!form.locked && (
        <div>
          <Button variant="default" size="xs" onClick={add}>
            {words.addRater}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A person's choice between named values: their words. */
export function JudgementFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['judgements']).map((judgement, i) => {
        const path: SourcePath = ['judgements', i]
        return (
          <Item key={String(judgement['id'])} path={path} name={nameOf(judgement)} known={['name', 'article', 'groups', 'values', 'deputyNote']} head={<strong>{nameOf(judgement)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            {recordsAt(form.good, [...path, 'values']).map((value, j) => (
              <SourceBilingual key={j} path={[...path, 'values', j, 'text']} label={words.value(String(value['value']))} multiline />
            ))}
          </Item>
        )
      })}
    </div>
  )
}

/** The open points of the text and how the body reads them by default (tùy chọn). */
export function SettingDefaults() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['settings']).map((setting, i) => {
        const path: SourcePath = ['settings', i]
        const choices = recordsAt(form.good, [...path, 'values']).map((value) => ({ value: String(value['value']), label: nameOf({ ...value, id: value['value'] }) }))
        return (
          <Item key={String(setting['id'])} path={path} name={nameOf(setting)} known={['name', 'article', 'explanation', 'default', 'values']} head={<strong>{nameOf(setting)}</strong>}>
            <SourceChoice path={[...path, 'default']} label={`${words.default}: ${nameOf(setting)}`} choices={choices} />
            <SourceBilingual path={[...path, 'explanation']} label={words.explanation} multiline />
          </Item>
        )
      })}
    </div>
  )
}

const formulaLists: readonly SourcePath[] = [['sheet', 'quantities'], ['period', 'quantities'], ['rating', 'quantities'], ['quotas']]

/** Named quantities with their formulas; a quota's is how many it allows. */
export function FormulaFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {formulaLists.flatMap((list) =>
        recordsAt(form.good, list).map((quantity, i) => {
          const path: SourcePath = [...list, i]
          const key = list[0] === 'quotas' ? 'allowed' : 'formula'
          return (
            <Item key={path.join('.')} path={path} name={nameOf(quantity)} known={['label', 'article', 'formula', 'allowed', 'unit', 'list', 'groups', 'level', 'qualifying', 'scopes', 'baseSetting', 'rateSetting']} head={<><strong>{String(quantity['id'])}</strong> {nameOf(quantity)}</>}>
              <SourceText path={[...path, key]} label={`${words.formula} ${String(quantity['id'])}`} multiline={String(quantity[key] ?? '').length > 60} />
            </Item>
          )
        }),
      )}
    </div>
  )
}

/** The steps of the procedure and their deadlines (trình tự, thời hạn). */
export function ProcedureFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['procedure']).map((step, i) => {
        const path: SourcePath = ['procedure', i]
        const deadline = valueAt(form.good, [...path, 'deadline']) as Rec | null | undefined
        const kinds = (['workingDays', 'calendarDays'] as const).filter((kind) => deadline?.[kind] !== undefined && deadline[kind] !== null)
        return (
          <Item key={String(step['id'])} path={path} name={nameOf(step)} known={['name', 'article', 'cycle', 'actor', 'groups', 'deadline', 'records']} movable removable head={<strong>{nameOf(step)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            {kinds.map((kind) => (
              <SourceNumber key={kind} path={[...path, 'deadline', kind]} label={words[kind]} />
            ))}
            {typeof deadline?.['before'] === 'string' && <SourceText path={[...path, 'deadline', 'before']} label={words.before} />}
            {(deadline === undefined || deadline === null) && !form.locked && (
              <p className="td-row td-small td-quiet">
                {words.noDeadline}
                <Button variant="default" size="compact-xs" onClick={() => form.write([...path, 'deadline'], { workingDays: { exact: '5' } })}>
                  {words.addDeadline}
                </Button>
              </p>
            )}
          </Item>
        )
      })}
    </div>
  )
}
