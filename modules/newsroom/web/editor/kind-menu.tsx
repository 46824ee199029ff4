import { Menu } from '@mantine/core'
import { IconChevronDown, IconCut } from '@tabler/icons-react'
import type { BlockKind } from '../../domain/story/block.ts'
import { useText } from '#ui/text.ts'
import { editorText } from './messages.ts'
import { digitOf, givenKinds } from './next-kind.ts'
import c from './script-editor.module.css'

interface KindMenuProps {
  kind: BlockKind
  cuttable: boolean
  /** Whether Tab reaches the button: only in the block of the cursor, or the way out of the page would be long. */
  reachable: boolean
  onKind: (kind: BlockKind) => void
  onCuttable: (cuttable: boolean) => void
  onLeave: () => void
}

/** The margin label of a block; a button that opens the kinds. */
export function KindMenu({ kind, cuttable, reachable, onKind, onCuttable, onLeave }: KindMenuProps) {
  const words = useText(editorText)
  return (
    <Menu position="bottom-start" width={280} onClose={onLeave} returnFocus={false}>
      <Menu.Target>
        <button type="button" className={c.kind} tabIndex={reachable ? 0 : -1} aria-label={words.kindOf(words.kinds[kind])}>
          <span>{words.kinds[kind]}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.chooseKind}>
        {givenKinds.map((given) => (
          <Menu.Item
            key={given}
            role="menuitemradio"
            aria-checked={given === kind}
            aria-keyshortcuts={`Alt+${digitOf(given)}`}
            className={given === kind ? c.chosen : undefined}
            rightSection={<kbd className={c.key}>Alt+{digitOf(given)}</kbd>}
            onClick={() => onKind(given)}
          >
            {words.kinds[given]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCut size={16} aria-hidden="true" />} onClick={() => onCuttable(!cuttable)}>
          {cuttable ? words.unmarkCuttable : words.markCuttable}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
