import { Menu } from '@mantine/core'
import { IconCut } from '#ui/icons.tsx'
import type { BlockKind } from '../../domain/story/block.ts'
import { useText } from '#ui/text.ts'
import { MarginMenu } from './margin-menu.tsx'
import { editorText } from './messages.ts'
import { digitOf, givenKinds } from './next-kind.ts'
import c from './script-editor.module.css'

interface KindMenuProps {
  kind: BlockKind
  cuttable: boolean
  reachable: boolean
  onKind: (kind: BlockKind) => void
  onCuttable: (cuttable: boolean) => void
  onLeave: () => void
}

/** The margin label of a block; a button that opens the kinds. */
export function KindMenu({ kind, cuttable, reachable, onKind, onCuttable, onLeave }: KindMenuProps) {
  const words = useText(editorText)
  return (
    <MarginMenu text={words.kinds[kind]} label={words.kindOf(words.kinds[kind])} menuLabel={words.chooseKind} className={c.kind} reachable={reachable} onLeave={onLeave}>
      {() => (
        <>
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
        </>
      )}
    </MarginMenu>
  )
}
