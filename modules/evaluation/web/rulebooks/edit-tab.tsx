import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowBackUp } from '#ui/icons.tsx'
import { useMemo, useRef, useState } from 'react'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import { yamlFaultWords } from '../../domain/rulebook/read-yaml.ts'
import { evaluationText } from '../messages.ts'
import { CheckPanel } from './check-panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { rulebooksText } from './messages.ts'
import { SourceForm } from './source-form.tsx'
import type { Edition, EditionDraft } from './use-edition-draft.ts'
import { placeOf, SourceContext, useSource, type SourceForm as Form } from './use-source.ts'
import { YamlEditor, type YamlHandle } from './yaml-editor.tsx'
import c from './rulebooks.module.css'

const views = ['form', 'text'] as const

/** The draft as a form and as YAML, side by side; what is typed in one is seen in the other. */
export function EditTab({ edition, draft, mayEdit }: { edition: Edition; draft: EditionDraft; mayEdit: boolean }) {
  const words = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const { autosave, check, conflict } = draft
  const [shown, setShown] = useState<(typeof views)[number]>('form')
  const [comparing, setComparing] = useState(false)
  const yaml = useRef<YamlHandle>(null)
  const source = useSource(autosave.value, autosave.change, mayEdit)
  const fault = source.view.faults[0]
  const language = useLanguage()
  const faults = useMemo(() => {
    const lines = new Map<number, string>()
    // After the first fault of the text the others are mostly its echoes.
    const [first] = source.view.faults
    if (first !== undefined) return lines.set(first.line, yamlFaultWords(first)[language])
    for (const problem of check?.problems ?? []) lines.set(problem.line, problem.message)
    return lines
  }, [check, source.view, language])
  const faultText = (problem: { readonly message: string; readonly expected: string }) => `${problem.message} (${words.check.expected(problem.expected)})`
  const form: Form = {
    ...source,
    problemAt: (path) => check?.problems.filter((problem) => problem.path === placeOf(path)).map(faultText)[0],
    problemsOf: (path, fields) => {
      const place = placeOf(path)
      const shown = fields.map((key) => `${place}.${key}`)
      const inside = (at: string, start: string) => at === start || at.startsWith(`${start}.`) || at.startsWith(`${start}[`)
      return (check?.problems ?? []).filter(({ path: at }) => inside(at, place) && !shown.some((field) => inside(at, field))).map(faultText)
    },
    goToLine: (line) => {
      setShown('text')
      requestAnimationFrame(() => yaml.current?.goToLine(line))
    },
  }
  const refusedOtherwise = autosave.progress.status === 'refused' && !conflict ? autosave.progress.error : undefined
  return (
    <SourceContext value={form}>
      <div className="td-stack">
        <div className={c.checkLine}>
          {mayEdit && <SaveState progress={autosave.progress} onRetry={() => void autosave.flush()} />}
          {mayEdit && (
            <Button variant="default" size="xs" leftSection={<IconArrowBackUp size={16} aria-hidden="true" />} disabled={source.undo === undefined} onClick={() => source.undo?.()}>
              {words.edition.undo}
            </Button>
          )}
          <div className={c.paneChoice}>
            <SegmentedControl
              aria-label={words.edition.viewLabel}
              value={shown}
              onChange={(next) => setShown(views.find((view) => view === next) ?? 'form')}
              data={views.map((view) => ({ value: view, label: words.edition.view[view] }))}
            />
          </div>
        </div>
        {autosave.restored && <Notice>{words.edition.restored}</Notice>}
        {conflict && (
          <Notice tone="warn" title={words.conflict.title} alert>
            <div>
              <Button size="xs" onClick={() => setComparing(true)}>
                {words.conflict.compare}
              </Button>
            </div>
          </Notice>
        )}
        <ErrorNotice error={isRefused(refusedOtherwise) ? refusedOtherwise : undefined} refusals={refusals} />
        {fault !== undefined && (
          <Notice tone="bad" title={words.edition.brokenTitle(fault.line, fault.column)} alert>
            <p>
              {sentence(yamlFaultWords(fault)[language])} {words.edition.broken}
            </p>
            <div>
              <Button variant="default" size="xs" onClick={() => form.goToLine(fault.line)}>
                {words.edition.goToLine(fault.line)}
              </Button>
            </div>
          </Notice>
        )}
        <CheckPanel draft={draft} />
        <div className={c.panes}>
          <div data-shown={shown === 'form'}>
            <SourceForm check={check} />
          </div>
          <div data-shown={shown === 'text'} className={c.yamlPane}>
            <YamlEditor ref={yaml} label={words.edition.textLabel} value={autosave.value} onChange={source.type} readOnly={!mayEdit} faults={faults} />
          </div>
        </div>
      </div>
      {comparing && conflict && <ConflictDialog edition={edition} draft={draft} onClose={() => setComparing(false)} />}
    </SourceContext>
  )
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
