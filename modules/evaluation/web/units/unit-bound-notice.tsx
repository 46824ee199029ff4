import type { z } from 'zod'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { defineText, useText } from '#ui/text.ts'
import type { unitBoundView } from '../../contract/views.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { places } from '../places.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'

type Bound = z.output<typeof unitBoundView>

const boundText = defineText({
  vi: {
    waits: (unit: string) => `Chờ mức của ${unit}`,
    waitsHint: 'Người đứng đầu được quyết định sau tổ chức.',
    decided: (unit: string, level: string) => `${unit} được quyết định: ${level}. Mức của người đứng đầu không cao hơn.`,
    recorded: (unit: string, level: string) => `${unit}: ${level} (ghi nhận bằng tay). Mức của người đứng đầu không cao hơn.`,
    overruled: (level: string) => `Trước đó đã ghi tay: ${level}. Áp dụng mức của đợt đánh giá tổ chức.`,
    conflict: (unit: string, levels: string) => `Các đợt đánh giá ${unit} cho mức khác nhau (${levels}); chưa áp dụng mức nào. Ghi mức của tổ chức vào hồ sơ người đứng đầu.`,
    open: 'Mở đợt đánh giá tổ chức',
  },
  en: {
    waits: (unit: string) => `Waits for the level of ${unit}`,
    waitsHint: 'A head is decided after the organisation.',
    decided: (unit: string, level: string) => `${unit} is decided: ${level}. Its head is not rated above.`,
    recorded: (unit: string, level: string) => `${unit}: ${level} (recorded by hand). Its head is not rated above.`,
    overruled: (level: string) => `Recorded by hand before: ${level}. The level of the round applies.`,
    conflict: (unit: string, levels: string) => `Rounds give ${unit} different levels (${levels}); none applies. Set the organisation’s level in the head’s file.`,
    open: 'Open the round',
  },
})

/** "Chờ mức của Phòng Kinh tế" with the link to what is waited for. */
export function WaitsForUnit({ waits }: { waits: { readonly unit: { readonly id: string; readonly name: string }; readonly unitCampaignId: string } }) {
  const words = useText(boundText)
  return <Link {...places.round(waits.unitCampaignId)}>{words.waits(waits.unit.name)}</Link>
}

/** What bounds a head and where it comes from (article 20.6); nothing while nothing is known. */
export function UnitBoundNotice({ bound, unit, rulebook }: { bound: Bound; unit: { readonly id: string; readonly name: string }; rulebook: CompiledRulebook }) {
  const words = useText(boundText)
  const { nameOf } = useLevels(rulebook)
  if (bound.kind === 'none') return null
  const text = (() => {
    switch (bound.kind) {
      case 'waits':
        return `${words.waits(unit.name)}. ${words.waitsHint}`
      case 'conflict':
        return words.conflict(unit.name, bound.levels.map(nameOf).join(', '))
      case 'recorded':
        return words.recorded(unit.name, nameOf(bound.level ?? ''))
      case 'decided':
        return words.decided(unit.name, nameOf(bound.level ?? ''))
    }
  })()
  return (
    <Notice tone={bound.kind === 'conflict' || bound.recorded !== null ? 'warn' : 'info'}>
      {text} {bound.recorded !== null && words.overruled(nameOf(bound.recorded))}{' '}
      {bound.unitCampaignId !== null && <Link {...places.round(bound.unitCampaignId)}>{words.open}</Link>}
    </Notice>
  )
}
