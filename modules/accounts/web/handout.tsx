import { Button } from '@mantine/core'
import { IconPrinter } from '#ui/icons.tsx'
import { useEffect, useRef, type ReactNode } from 'react'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import c from './logins-page.module.css'

interface HandoutProps<Slip> {
  words: { title: string; once: string; print: string; close: string }
  slips: readonly Slip[]
  onClose: () => void
  /** Beside the name, on screen. */
  besideName?: (slip: Slip) => ReactNode
  /** Pairs of `dt` and `dd`. */
  facts: (slip: Slip) => ReactNode
  advice?: string
}

/** Slips that are seen only once: to print, cut and hand over, one for each person. */
export function Handout<Slip extends { readonly personId: string; readonly fullName: string; readonly unit: string }>({ words, slips, onClose, besideName, facts, advice }: HandoutProps<Slip>) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={c.handout}>
      <LeaveGuard when={true} />
      <div className={`${c.intro} td-no-print`}>
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <Notice tone="warn" alert>
          <p>{words.once}</p>
        </Notice>
        <div className="td-row">
          <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
      <ul className={c.slips}>
        {slips.map((slip) => (
          <li key={slip.personId} className={c.slip}>
            <div>
              <p className={c.name}>{slip.fullName}</p>
              <p className="td-quiet td-small">{slip.unit}</p>
              {besideName?.(slip)}
            </div>
            <dl className={c.facts}>{facts(slip)}</dl>
            {advice !== undefined && <p className={`${c.advice} td-quiet td-small`}>{advice}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
