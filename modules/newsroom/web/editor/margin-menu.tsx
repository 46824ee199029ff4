import { Menu } from '@mantine/core'
import { IconChevronDown } from '#ui/icons.tsx'
import { useState, type ReactNode } from 'react'

interface MarginMenuProps {
  /** What the button shows, and what it says of itself. */
  text: string
  label: string
  /** What the opened menu says it is. */
  menuLabel: string
  className: string | undefined
  missing?: boolean
  /** Whether Tab reaches the button: only in the block of the cursor, or the way out of the page would be long. */
  reachable: boolean
  /** Writing goes on in the words. */
  onLeave: () => void
  /** The choices; asked for once the menu is open. */
  children: () => ReactNode
}

/** A button in the margin of a block that opens choices. Only an open menu is there at all: closed ones of a long script each listened to every key. */
export function MarginMenu({ text, label, menuLabel, className, missing = false, reachable, onLeave, children }: MarginMenuProps) {
  const [open, setOpen] = useState(false)
  const button = (
    <button type="button" className={className} data-missing={missing || undefined} tabIndex={reachable ? 0 : -1} aria-label={label} {...(open ? {} : { 'aria-haspopup': 'menu', 'aria-expanded': false, 'onClick': () => setOpen(true) })}>
      <span>{text}</span>
      <IconChevronDown size={14} aria-hidden="true" />
    </button>
  )
  if (!open) return button
  const close = () => {
    setOpen(false)
    onLeave()
  }
  return (
    <Menu position="bottom-start" width={280} defaultOpened onClose={close} returnFocus={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown aria-label={menuLabel}>{children()}</Menu.Dropdown>
    </Menu>
  )
}
