import { useText } from '#ui/text.ts'
import { partIdOf } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { useState } from 'react'
import { useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceChoice, SourceText } from './fields.tsx'
import { FormulaField } from './formula-field.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

const kinds = ['vetoes', 'ceilings', 'exclusions', 'otherwise', 'notices'] as const
type RuleKind = (typeof kinds)[number]

/** Vetoes, ceilings, exclusions and notices: what they say, when they hold and what follows. */
export function SpecialRules() {
  return (
    <div className="td-stack">
      {kinds.map((kind) => (
        <RulesOf key={kind} kind={kind} />
      ))}
    </div>
  )
}

function RulesOf({ kind }: { kind: RuleKind }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const [adding, setAdding] = useState(false)
  const rules = recordsAt(form.good, ['rating', kind])
  const levels = recordsAt(form.good, ['levels'])
  const add = (label: Bilingual) => {
    const id = partIdOf(label.vi, rules.map((rule) => rule['id']))
    form.insert(['rating', kind], { id, label: { ...label }, ...consequence(kind, levels), when: 'false' })
  }
  return (
    <>
      {rules.map((rule, i) => {
        const path: SourcePath = ['rating', kind, i]
        const name = nameOf(rule)
        return (
          <Item key={`${kind} ${String(rule['id'])}`} path={path} name={name} known={['label', 'when', 'level', 'atMost', 'article']} movable={rules.length > 1} removable head={<><strong>{words.ruleKinds[kind]}</strong> {name}</>}>
            <SourceBilingual path={[...path, 'label']} label={words.label} multiline />
            <FormulaField path={[...path, 'when']} label={words.when} place="rating" condition />
            {kind !== 'ceilings' && kind !== 'notices' && <LevelChoice path={[...path, 'level']} label={words.resultLevel} kind={kind} />}
            {kind === 'ceilings' && <MostLevel path={[...path, 'atMost']} />}
            <SourceText path={[...path, 'article']} label={words.article} optional />
          </Item>
        )
      })}
      <AddButton label={words.addRule[kind]} onAdd={() => setAdding(true)} />
      {adding && <NameDialog title={words.addRule[kind]} onAdd={add} onClose={() => setAdding(false)} />}
    </>
  )
}

/** What a new rule leads to until somebody chooses: the lowest level for a veto, the second for a ceiling. */
function consequence(kind: RuleKind, levels: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, SourceValue>> {
  const ranked = levels.filter((level) => level['ranked'] !== false).map((level) => String(level['id']))
  if (kind === 'notices') return {}
  if (kind === 'ceilings') return { atMost: `"${ranked[1] ?? ranked[0] ?? ''}"` }
  return { level: kind === 'exclusions' ? 'not_rated' : (ranked.at(-1) ?? '') }
}

function LevelChoice({ path, label, kind }: { path: SourcePath; label: string; kind: RuleKind }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const choicesFor = useEntryChoices()
  const answers = kind === 'vetoes' ? [] : [{ value: 'not_rated', label: words.notRated }, { value: 'insufficient_data', label: words.insufficient }]
  return <SourceChoice path={path} label={label} choices={[...choicesFor(recordsAt(form.good, ['levels'])), ...answers]} />
}

/** The best level a ceiling leaves: a level chosen from the list, or a formula that gives one. */
function MostLevel({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const choicesFor = useEntryChoices()
  const stored = valueAt(form.good, path)
  const fixed = typeof stored === 'string' && /^"[^"]*"$/.test(stored)
  if (!fixed) return <FormulaField path={path} label={words.atMost} place="rating" />
  const choices = choicesFor(recordsAt(form.good, ['levels'])).map((choice) => ({ value: `"${choice.value}"`, label: choice.label }))
  return <SourceChoice path={path} label={words.atMost} choices={choices} />
}
