import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { ExampleFields } from './example-fields.tsx'
import { SourceBilingual } from './fields.tsx'
import { LazyFold, LineLink } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { FactFields } from './fact-fields.tsx'
import { GroupFields } from './group-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { ProcedureFields } from './procedure-fields.tsx'
import { QuantityFields } from './quantity-fields.tsx'
import { QuotaFields } from './quota-fields.tsx'
import { RaterFields } from './rater-fields.tsx'
import { SpecialRules } from './rule-fields.tsx'
import { JudgementFields, SettingFields } from './setting-fields.tsx'
import { recordsAt, useSourceForm } from './use-source.ts'
import type { Check } from './use-edition-draft.ts'

/** Top parts the form edits; every other is named and left to the YAML. */
const shown: ReadonlySet<string> = new Set(['title', 'document', 'criteria', 'levels', 'rating', 'groups', 'raters', 'judgements', 'settings', 'sheet', 'quotas', 'procedure', 'facts', 'scores', 'examples'])
/** What the program itself keeps, or that says nothing by itself. */
const kept: ReadonlySet<string> = new Set(['id', 'version', 'subject', 'validity', 'confidence'])

/** The form of a draft beside its YAML: every field is a place in the text. */
export function SourceForm({ check }: { check: Check | undefined }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  useLanguage()
  const count = (...paths: (readonly string[])[]) => words.count(paths.reduce((sum, path) => sum + recordsAt(form.good, path).length, 0))
  const faults = (...starts: string[]) => (check?.problems ?? []).filter((problem) => starts.some((start) => problem.path === start || problem.path.startsWith(`${start}.`) || problem.path.startsWith(`${start}[`))).length
  const rest = Object.keys(form.good.value ?? {}).filter((key) => !shown.has(key) && !kept.has(key))
  return (
    <div className="td-stack-tight">
      <LazyFold title={words.general} faults={faults('title', 'document')}>
        {() => (
          <div className="td-stack">
            <SourceBilingual path={['title']} label={words.titleOf} />
            <SourceBilingual path={['document', 'issuer']} label={words.issuer} />
            <SourceBilingual path={['document', 'title']} label={words.documentTitle} multiline />
          </div>
        )}
      </LazyFold>
      <LazyFold title={words.criteria} note={count(['criteria'])} faults={faults('criteria')} open>
        {() => <CriteriaFields />}
      </LazyFold>
      <LazyFold title={words.bands} note={count(['rating', 'bands'])} faults={faults('levels', 'rating.bands')} open>
        {() => <LevelFields />}
      </LazyFold>
      <LazyFold title={words.raters} note={count(['raters'])} faults={faults('raters', 'scores')}>
        {() => <RaterFields />}
      </LazyFold>
      <LazyFold title={words.groups} note={count(['groups'])} faults={faults('groups')}>
        {() => <GroupFields />}
      </LazyFold>
      <LazyFold title={words.judgements} note={count(['judgements'])} faults={faults('judgements')}>
        {() => <JudgementFields />}
      </LazyFold>
      <LazyFold title={words.settings} note={count(['settings'])} faults={faults('settings')}>
        {() => <SettingFields />}
      </LazyFold>
      <LazyFold
        title={words.rules}
        note={count(['rating', 'exclusions'], ['rating', 'vetoes'], ['rating', 'otherwise'], ['rating', 'ceilings'], ['rating', 'notices'])}
        faults={faults('rating.exclusions', 'rating.vetoes', 'rating.otherwise', 'rating.ceilings', 'rating.notices')}
      >
        {() => <SpecialRules />}
      </LazyFold>
      <LazyFold title={words.facts} note={count(['facts'])} faults={faults('facts')}>
        {() => <FactFields />}
      </LazyFold>
      <LazyFold title={words.quotas} note={count(['quotas'])} faults={faults('quotas')}>
        {() => <QuotaFields />}
      </LazyFold>
      <LazyFold title={words.procedure} note={count(['procedure'])} faults={faults('procedure')}>
        {() => <ProcedureFields />}
      </LazyFold>
      <LazyFold
        title={words.formulas}
        note={count(['sheet', 'quantities'], ['period', 'quantities'], ['rating', 'quantities'])}
        faults={faults('sheet', 'period', 'rating.quantities')}
      >
        {() => <QuantityFields />}
      </LazyFold>
      <LazyFold title={words.examples} note={count(['examples'])} faults={faults('examples') + (check?.failed.length ?? 0)}>
        {() => <ExampleFields check={check} />}
      </LazyFold>
      {rest.length > 0 && (
        <LazyFold title={words.rest} note={rest.join(', ')} faults={faults(...rest)}>
          {() => (
            <>
              <p className="td-quiet td-small">{words.restHint}</p>
              <ul>
                {rest.map((key) => (
                  <li key={key}>
                    {key} <LineLink path={[key]} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </LazyFold>
      )}
    </div>
  )
}
