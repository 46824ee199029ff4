import type { ReactNode } from 'react'
import { parseRational, toShortest } from '#kernel/rational.ts'
import { showDecimal } from '#ui/decimal.ts'
import { Facts } from '#ui/figures.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook, Confidence, Criterion, Deadline } from '../../domain/rulebook/compiled-rulebook.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { rulebooksText } from './messages.ts'
import c from './rulebooks.module.css'

/** What a rulebook says, part by part, with its articles and how sure each fact is. */
export function RulebookContent({ rulebook }: { rulebook: CompiledRulebook }) {
  const words = useText(rulebooksText)
  const language = useLanguage()
  const { read, form, list } = words
  const points = usePoints()
  const { document, validity, rating } = rulebook
  const levelName = (id: string) => rulebook.levels.find((level) => level.id === id)?.name[language] ?? id
  return (
    <div className="td-stack">
      <Section title={read.source}>
        <Facts
          items={[
            { label: read.document, value: <>{list.dated(document.number, showDate(document.date))} <ConfidenceMark value={rulebook.confidence} /></> },
            { label: read.issuer, value: document.issuer[language] },
            { label: read.validity, value: validity.to === null ? list.from(showDate(validity.from)) : list.between(showDate(validity.from), showDate(validity.to)) },
            { label: read.version, value: String(rulebook.version) },
            { label: read.hash, value: <span className={c.code}>{rulebook.hash.slice(0, 16)}</span> },
          ]}
        />
      </Section>
      <Lines title={read.notes} items={rulebook.notes.map((note) => ({ key: `${note.about} ${note.text.vi}`, text: note.text[language], article: note.source, confidence: note.confidence }))} />
      <Section title={form.criteria}>
        <CriteriaTree criteria={rulebook.criteria} />
      </Section>
      <Lines title={form.judgements} items={rulebook.judgements.map((each) => ({ key: each.id, text: `${each.name[language]}: ${each.values.map((value) => `${points(value.value)} (${value.text[language]})`).join('; ')}`, article: each.article, confidence: confidenceOf(each) }))} />
      <Lines title={form.bands} items={rating.bands.map((band) => ({ key: `${band.level} ${band.from}`, text: `${levelName(band.level)}: ${read.from(points(band.from))}`, article: band.article, confidence: confidenceOf(band) }))} />
      <Lines
        title={form.rules}
        items={(['exclusions', 'vetoes', 'otherwise', 'ceilings', 'notices'] as const).flatMap((kind) =>
          rating[kind].map((rule) => ({ key: `${kind} ${rule.id}`, text: `${form.ruleKinds[kind]}: ${rule.label[language]}`, article: rule.article, confidence: rule.confidence })),
        )}
      />
      <Lines title={read.quotas} items={rulebook.quotas.map((quota) => ({ key: quota.id, text: quota.label[language], article: quota.article, confidence: confidenceOf(quota) }))} />
      <Lines
        title={form.settings}
        items={rulebook.settings.map((setting) => ({
          key: setting.id,
          text: `${setting.name[language]}: ${setting.values.find((value) => value.value === setting.default)?.name[language] ?? setting.default}. ${setting.explanation[language]}`,
          article: setting.article,
          confidence: setting.confidence,
        }))}
      />
      <Lines title={form.groups} items={rulebook.groups.map((group) => ({ key: group.id, text: group.name[language], article: group.article, confidence: confidenceOf(group) }))} />
      <Lines title={form.raters} items={rulebook.raters.map((rater) => ({ key: rater.id, text: `${rater.name[language]}${rater.weight === null ? '' : ` (${form.weight.toLowerCase()} ${points(rater.weight)})`}`, article: rater.article, confidence: confidenceOf(rater) }))} />
      <Lines
        title={form.procedure}
        items={rulebook.procedure.map((step) => ({
          key: step.id,
          text: `${step.name[language]}${step.deadline === null ? '' : ` — ${deadlineText(step.deadline, read.deadline)}`}`,
          article: step.article,
          confidence: step.deadline?.confidence ?? null,
        }))}
      />
      <Lines
        title={read.publication}
        items={rulebook.publication.map((rule) => ({ key: rule.what, text: `${read.what[rule.what]}: ${rule.to.map((to) => read.to[to]).join(', ')}`, article: rule.article, confidence: rule.confidence }))}
      />
      {rulebook.catalogue !== null && (
        <Lines
          title={read.catalogue}
          items={rulebook.catalogue.complexityGroups.map((group) => ({
            key: group.id,
            text: `${group.id}: ${group.name[language]}${group.maxPoints === null ? '' : `, ${read.catalogueMax(points(group.maxPoints))}`}`,
            article: rulebook.catalogue?.article ?? null,
            confidence: group.confidence,
          }))}
        />
      )}
    </div>
  )
}

/** The confidence of an entry that may carry one. */
function confidenceOf(entry: object): Confidence | null {
  return 'confidence' in entry ? (entry.confidence as Confidence) : null
}

function usePoints(): (exact: string) => string {
  const language = useLanguage()
  return (exact) => {
    const value = parseRational(exact)
    const text = value === null ? exact : toShortest(value)
    return text.includes('/') ? text : showDecimal(text, language)
  }
}

interface LineItem {
  readonly key: string
  readonly text: ReactNode
  readonly article: string | null
  readonly confidence: Confidence | null
}

function Lines({ title, items }: { title: string; items: readonly LineItem[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ul className={c.lines}>
        {items.map((item) => (
          <li key={item.key}>
            {item.text} {item.article !== null && <span className="td-quiet td-small">({item.article})</span>} <ConfidenceMark value={item.confidence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CriteriaTree({ criteria }: { criteria: readonly Criterion[] }) {
  const words = useText(rulebooksText).read
  const language = useLanguage()
  const points = usePoints()
  return (
    <ul className={c.tree}>
      {criteria.map((criterion) => (
        <li key={`${criterion.code} ${(criterion.groups ?? []).join(' ')}`}>
          <strong>{criterion.code}</strong> {criterion.name[language].replace(/\.$/, '')}: <strong>{words.points(points(criterion.max))}</strong>{' '}
          {criterion.article !== null && <span className="td-quiet td-small">({criterion.article})</span>} <ConfidenceMark value={confidenceOf(criterion)} />
          {criterion.children.length > 0 && <CriteriaTree criteria={criterion.children} />}
        </li>
      ))}
    </ul>
  )
}

function deadlineText(deadline: Deadline, words: typeof rulebooksText.vi.read.deadline): string {
  if (deadline.workingDays !== null) return words.working(deadline.workingDays)
  if (deadline.calendarDays !== null) return words.calendar(deadline.calendarDays)
  return deadline.before === null ? '' : words.before(deadline.before.split('-').reverse().join('/'))
}
