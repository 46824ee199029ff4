import { IconUpload } from './icons.tsx'
import { useId, useRef, useState } from 'react'
import { fileProblem } from './file-problem.ts'
import { showBytes } from './format.ts'
import { useLanguage } from './language.ts'
import { Notice } from './notice.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './file-drop.module.css'

interface FileDropProps {
  label: string
  /** File name endings with the dot, `.xlsx`. */
  accept: readonly string[]
  maxBytes: number
  onFile: (file: File) => void
  /** Share sent so far, 0 to 1, while a file is on its way. */
  progress?: number | undefined
  fileName?: string | undefined
  disabled?: boolean
}

/** A place for one file: dropped, or chosen by mouse or keyboard; type and size are checked before sending. */
export function FileDrop({ label, accept, maxBytes, onFile, progress, fileName, disabled = false }: FileDropProps) {
  const words = useText(uiText)
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()
  const busy = progress !== undefined
  const take = (file: File | undefined) => {
    if (file === undefined || busy || disabled) return
    switch (fileProblem(file, accept, maxBytes)) {
      case 'wrong-type':
        return setProblem(words.fileWrongType(file.name, accept.join(', ')))
      case 'empty':
        return setProblem(words.fileEmpty(file.name))
      case 'too-large':
        return setProblem(words.fileTooLarge(file.name, showBytes(file.size, language), showBytes(maxBytes, language)))
      case undefined:
        setProblem(undefined)
        onFile(file)
    }
  }
  return (
    <div className="td-stack-tight">
      <div
        className={c.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <IconUpload size={22} aria-hidden="true" className={c.icon} />
        <div>
          <label htmlFor={id} className={c.label}>
            {label}
          </label>
          <div className="td-quiet td-small">
            {words.dropFile}{' '}
            <button type="button" className={c.choose} disabled={busy || disabled} onClick={() => input.current?.click()}>
              {words.chooseFile}
            </button>{' '}
            ({accept.join(', ')}, ≤ {showBytes(maxBytes, language)})
          </div>
        </div>
        <input
          ref={input}
          id={id}
          type="file"
          className="td-hidden-text"
          tabIndex={-1}
          accept={accept.join(',')}
          disabled={busy || disabled}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {busy && (
        <div role="status" className="td-small">
          {words.uploading(fileName ?? '', Math.round(progress * 100))}
          <progress className={c.bar} value={progress} max={1} aria-label={label} />
        </div>
      )}
      {problem !== undefined && (
        <Notice tone="bad" alert>
          <p>{problem}</p>
        </Notice>
      )}
    </div>
  )
}
