import { Button } from '@mantine/core'
import { IconFile, IconLink, IconX } from '#ui/icons.tsx'
import { useState } from 'react'
import { addressOf, call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showBytes } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { PaperDrop, PaperStubs } from '#ui/paper-drop.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evidenceKinds } from '../../domain/evidence.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'
import c from './evidence-list.module.css'

const accepted = Object.keys(evidenceKinds).map((kind) => `.${kind}`)
const mostBytes = 20_000_000
type Evidence = Task['evidence'][number]

/** The evidence (minh chứng) of a task: files and links, added or taken away while the task is open. */
export function EvidenceList({ task }: { task: Task }) {
  const words = useText(tasksText).evidence
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const [linking, setLinking] = useState(false)
  const [removing, setRemoving] = useState<Evidence>()
  const mayAdd = task.can.includes('add_evidence')
  const refresh = useRefresh()
  const upload = useTaskAct(
    (file: File, options) => call(evaluationRoutes.addEvidenceFile, { params: { taskId: task.id }, query: { fileName: file.name, secrecy: 'none' }, body: file }, options),
    words.added,
    () => undefined,
  )
  return (
    <div className={c.evidence}>
      <h3>{words.title}</h3>
      {task.evidence.length === 0 && <p className="td-quiet td-small">{words.none}</p>}
      <ul>
        {task.evidence.map((one) => (
          <li key={one.id}>
            {one.kind === 'file' ? <IconFile size={16} aria-hidden="true" /> : <IconLink size={16} aria-hidden="true" />}
            <a
              href={one.kind === 'link' && one.address !== null ? one.address : addressOf(evaluationRoutes.downloadEvidence, { params: { evidenceId: one.id } })}
              {...(one.kind === 'link' ? { target: '_blank', rel: 'noreferrer' } : { download: one.name })}
            >
              {one.name}
            </a>
            <span className="td-quiet td-small">{one.kind === 'file' ? showBytes(one.size, language) : words.link}</span>
            {mayAdd && (
              <button type="button" className={c.remove} aria-label={words.remove(one.name)} onClick={() => setRemoving(one)}>
                <IconX size={16} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <div className="td-stack-tight">
          <ErrorNotice error={upload.error} refusals={refusals} />
          <PaperDrop about={{ kind: 'task', id: task.id }} label={words.addFile} accept={accepted} maxBytes={mostBytes} onFile={(file) => void upload.act(file)} error={upload.error} disabled={upload.busy} />
          {linking ? (
            <LinkForm task={task} onDone={() => setLinking(false)} />
          ) : (
            <div>
              <Button variant="subtle" size="compact-sm" leftSection={<IconLink size={16} aria-hidden="true" />} onClick={() => setLinking(true)}>
                {words.addLink}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <PaperStubs about={{ kind: 'task', id: task.id }} mayAdd={false} refused={null} />
      )}
      {removing !== undefined && (
        <ConfirmDialog
          title={words.removeTitle}
          confirmLabel={words.removeConfirm}
          danger
          refusals={refusals}
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await call(evaluationRoutes.removeEvidence, { params: { evidenceId: removing.id } }, { requestId: newRequestId() })
            await refresh(evaluationRoutes.listTasks, evaluationRoutes.getTask)
          }}
        >
          <p>{words.removeBody(removing.name)}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function LinkForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const all = useText(tasksText)
  const words = all.evidence
  const { refusals } = useText(evaluationText)
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(
    (body: { name: string; address: string }, options) => call(evaluationRoutes.addEvidenceLink, { params: { taskId: task.id }, body }, options),
    words.added,
    onDone,
  )
  const badAddress = !/^https?:\/\/\S+$/i.test(address.trim())
  const submit = () => {
    setTried(true)
    if (name.trim() !== '' && !badAddress) void act({ name: name.trim(), address: address.trim() })
  }
  return (
    <Form onSubmit={submit} submitLabel={words.addLink} busy={busy}>
      <ErrorNotice error={error} refusals={refusals} />
      <Columns>
        <TextField label={words.linkName} hint={words.linkNameHint} value={name} onChange={setName} maxLength={200} error={tried && name.trim() === '' ? all.needed.name : undefined} />
        <TextField
          label={words.linkAddress}
          hint={words.linkHint}
          value={address}
          onChange={setAddress}
          maxLength={1000}
          inputMode="url"
          error={tried && badAddress ? all.needed.address : undefined}
        />
      </Columns>
    </Form>
  )
}
