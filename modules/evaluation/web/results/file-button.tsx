import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '#ui/icons.tsx'
import type { InputOf, Route } from '#platform/contract/route.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { useFile } from './use-file.ts'

interface FileButtonProps<R extends Route> {
  route: R
  input: InputOf<R>
  /** What the file is saved as. */
  name: string
  /** To be printed, or to be worked on. */
  kind?: 'print' | 'download'
  children: string
}

/** Hands a file of the server to the browser; a refusal is told beside the button. */
export function FileButton<R extends Route>({ route, input, name, kind = 'print', children }: FileButtonProps<R>) {
  const { refusals } = useText(evaluationText)
  const file = useFile(route)
  const Icon = kind === 'print' ? IconPrinter : IconDownload
  return (
    <>
      <Button variant="default" leftSection={<Icon size={18} aria-hidden="true" />} loading={file.busy} onClick={() => void file.act({ input, name })}>
        {children}
      </Button>
      <ErrorNotice error={file.error} refusals={refusals} />
    </>
  )
}
