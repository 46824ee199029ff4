import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { removeRater } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { choicesOf, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceCheck, SourceChoice, SourceGroups, SourceNumber, SourceText, SourceTicks } from './fields.tsx'
import { AddButton, Item } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { ScoreFields } from './score-fields.tsx'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

/** Who scores, with which weight, and what a missing one means (người chấm). */
export function RaterFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const raters = recordsAt(form.good, ['raters'])
  const combined = typeof valueAt(form.good, ['scores']) === 'object' && valueAt(form.good, ['scores']) !== null
  const add = () => {
    let number = raters.length + 1
    while (raters.some((rater) => rater['id'] === `rater${number}`)) number += 1
    form.insert(['raters'], {
      id: `rater${number}`,
      name: { vi: rulebooksText.vi.form.newRater, en: rulebooksText.en.form.newRater },
      who: 'peers',
      fills: combined ? ['criteria'] : ['comment'],
      counts: false,
      ...(combined ? { several: true } : {}),
      whenMissing: 'not_needed',
    })
  }
  return (
    <div className="td-stack">
      {raters.map((rater, i) => {
        const path: SourcePath = ['raters', i]
        const several = rater['several'] === true
        const least = Number(rater['atLeast'] ?? 1)
        return (
          <Item
            key={String(rater['id'])}
            path={path}
            name={nameOf(rater)}
            known={['name', 'article', 'who', 'groups', 'fills', 'weight', 'counts', 'whenMissing', 'several', 'anonymous', 'atLeast', 'whenTooFew']}
            movable={raters.length > 1}
            removable
            onRemove={() => form.edit((text) => removeRater(text, i))}
            head={<strong>{nameOf(rater)}</strong>}
          >
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <Columns>
              <SourceChoice path={[...path, 'who']} label={words.who} choices={choicesOf(words.whos)} />
              {!combined && <SourceNumber path={[...path, 'weight']} label={words.weight} hint={words.weightHint} optional />}
              <SourceChoice path={[...path, 'whenMissing']} label={words.whenMissing} choices={choicesOf(words.missing)} />
            </Columns>
            <SourceTicks path={[...path, 'fills']} label={words.fills} choices={choicesOf(words.fillKinds)} />
            <SourceGroups path={[...path, 'groups']} />
            {!combined && <SourceCheck path={[...path, 'counts']} label={words.counts} />}
            {combined && (
              <>
                <div className="td-row">
                  <SourceCheck path={[...path, 'several']} label={words.several} />
                  {several && <SourceCheck path={[...path, 'anonymous']} label={words.anonymous} />}
                </div>
                {several && (
                  <Columns>
                    <SourceNumber path={[...path, 'atLeast']} label={words.atLeast} hint={words.atLeastHint} optional />
                    {least > 1 && <SourceChoice path={[...path, 'whenTooFew']} label={words.whenTooFew} choices={choicesOf(words.missing).filter((choice) => choice.value !== 'not_needed')} />}
                  </Columns>
                )}
              </>
            )}
            <SourceText path={[...path, 'article']} label={words.article} optional />
          </Item>
        )
      })}
      <AddButton label={words.addRater} onAdd={add} />
      <ScoreFields />
    </div>
  )
}
