import { useState } from 'react'
import { secrecyLevels, type SecrecyAnswer, type SecrecyLevel } from '#kernel/secrecy.ts'
import { FileDrop } from './file-drop.tsx'
import { usePaperStubs, type PaperAbout, type PaperStubsProps } from './paper-stubs.ts'
import { SecrecyQuestion } from './secrecy-question.tsx'

interface PaperDropProps {
  about: PaperAbout
  label: string
  accept: readonly string[]
  maxBytes: number
  /** A file whose sender says that it is not classified. */
  onFile: (file: File) => void
  /** What sending the last file ended with. */
  error: unknown
  progress?: number | undefined
  fileName?: string | undefined
  disabled?: boolean
}

/** A place for a paper: first whether it is classified, then the file, or a stub in its place. The answer holds for one file. */
export function PaperDrop({ about, onFile, error, ...drop }: PaperDropProps) {
  const [answer, setAnswer] = useState<SecrecyAnswer | null>(null)
  const said = answer === null || answer === 'none' ? null : answer
  return (
    <div className="td-stack-tight">
      <SecrecyQuestion of={drop.label} answer={answer} onAnswer={setAnswer} />
      {(answer === 'none' || drop.progress !== undefined) && (
        <FileDrop
          {...drop}
          onFile={(file) => {
            setAnswer(null)
            onFile(file)
          }}
        />
      )}
      <PaperStubs about={about} mayAdd refused={said ?? levelRefused(error)} />
    </div>
  )
}

/** The stubs kept with one thing, and the way to add one. */
export function PaperStubs(props: PaperStubsProps) {
  return usePaperStubs()?.(props)
}

function levelRefused(error: unknown): SecrecyLevel | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'platform.classified' || !('data' in error)) return null
  const { level } = error.data as { level?: unknown }
  return secrecyLevels.find((each) => each === level) ?? null
}
