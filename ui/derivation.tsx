import { IconChevronRight } from './icons.tsx'
import { Button } from '@mantine/core'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './derivation.module.css'

/** One step of how a value came about. Values are already in the words and marks of the screen. */
export interface DerivationNode {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly unit?: string | undefined
  /** How the value follows from the steps below, `(a + b + c) ÷ 3 × 70`. */
  readonly formula?: string | undefined
  /** The article it rests on, `Nghị định 335/2025, Điều 8`. */
  readonly article?: string | undefined
  readonly note?: ReactNode
  readonly children?: readonly DerivationNode[]
}

/** Opens a result step by step down to its last input. Buttons open and close; only what is open is in the page, and all of it in print. */
export function Derivation({ root }: { root: DerivationNode }) {
  const words = useText(uiText)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([root.id]))
  const printing = usePrinting()
  const all = inner(root)
  const everything = all.every((id) => open.has(id))
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <div className={c.derivation}>
      <div className={`${c.tools} td-no-print`}>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(new Set(everything ? [] : all))}>
          {everything ? words.closeAll : words.openAll}
        </Button>
      </div>
      <ul className={c.steps} aria-label={words.steps}>
        <Step node={root} open={open} printing={printing} toggle={toggle} top />
      </ul>
    </div>
  )
}

/** True while the browser lays the page out for paper. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser takes the page as it stands when this event returns.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}

function inner(node: DerivationNode): string[] {
  const children = node.children ?? []
  return children.length === 0 ? [] : [node.id, ...children.flatMap(inner)]
}

interface StepProps {
  node: DerivationNode
  open: ReadonlySet<string>
  printing: boolean
  toggle: (id: string) => void
  top?: boolean
}

function Step({ node, open, printing, toggle, top = false }: StepProps) {
  const id = useId()
  const children = node.children ?? []
  const isOpen = printing || open.has(node.id)
  const line = (
    <>
      <span className={c.label}>{node.label}</span>
      <span className={c.value}>
        {node.value}
        {node.unit !== undefined && <span className={c.unit}> {node.unit}</span>}
      </span>
    </>
  )
  return (
    <li className={top ? c.top : undefined}>
      {children.length > 0 ? (
        <button type="button" className={c.line} aria-expanded={isOpen} aria-controls={id} onClick={() => toggle(node.id)}>
          <IconChevronRight size={16} className={c.chevron} aria-hidden="true" />
          {line}
        </button>
      ) : (
        <div className={c.line} data-leaf>
          {line}
        </div>
      )}
      {(node.formula !== undefined || node.article !== undefined || node.note !== undefined) && (
        <div className={c.why}>
          {node.formula !== undefined && <code>{node.formula}</code>}
          {node.note !== undefined && <span>{node.note}</span>}
          {node.article !== undefined && <span className={c.article}>{node.article}</span>}
        </div>
      )}
      {isOpen && children.length > 0 && (
        <ul id={id} className={c.children}>
          {children.map((child) => (
            <Step key={child.id} node={child} open={open} printing={printing} toggle={toggle} />
          ))}
        </ul>
      )}
    </li>
  )
}
