import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Bilingual } from '../rulebook/expression.ts'
import type { NameInfo } from '../rulebook/scope.ts'
import { shownValue } from './shown-value.ts'
import type { DerivationStep } from './types.ts'
import { Missing, type Combined, type CombinedKind } from './value.ts'

/** A criterion several raters gave: each kind's mean and weight; of an anonymous kind only the number of people and the mean. */
export function deriveRaters(info: NameInfo, combined: Combined): DerivationStep {
  const { criterion } = info
  return {
    id: info.name,
    label: criterion?.name ?? { vi: info.name, en: info.name },
    value: shownValue(combined.value, 'points'),
    unit: 'points',
    formula: combined.kinds.filter((kind) => kind.state === 'counts').map((kind) => `${percent(kind.counted)} × ${kind.rater.id}`).join(' + ') || null,
    article: combined.article ?? criterion?.article ?? null,
    note: null,
    inputs: combined.kinds.map((kind) => deriveKind(kind, criterion?.code ?? info.name)),
  }
}

function deriveKind(kind: CombinedKind, code: string): DerivationStep {
  const { rater, each } = kind
  const id = `scores.${rater.id}`
  return {
    id: `${id}.${code}`,
    label: rater.name,
    value: shownValue(kind.mean, 'points'),
    unit: 'points',
    formula: null,
    article: rater.article,
    note: noteOf(kind),
    inputs: each.length < 2 ? [] : each.map((value, i) => ({
      id: `${id}[${i}].${code}`,
      label: { vi: `${rater.name.vi}, phiếu ${i + 1}`, en: `${rater.name.en}, sheet ${i + 1}` },
      value: shownValue(value, 'points'),
      unit: 'points',
      formula: null,
      article: null,
      note: value instanceof Missing ? { vi: 'Chưa có', en: 'Not given' } : null,
      inputs: [],
    })),
  }
}

function noteOf(kind: CombinedKind): Bilingual {
  const people: Bilingual = { vi: `${kind.people} người`, en: kind.people === 1 ? '1 person' : `${kind.people} people` }
  const weight = percent(kind.weight)
  switch (kind.state) {
    case 'no_weight':
      return { vi: `${people.vi}; để tham khảo, không tính vào điểm`, en: `${people.en}; for reference, not counted` }
    case 'absent':
      return { vi: `Trọng số ${vi(weight)}; không có phiếu${kind.rater.whenMissing === 'renormalise' ? ', trọng số chia lại' : ''}`, en: `Weight ${weight}; no sheet${kind.rater.whenMissing === 'renormalise' ? ', the weight is shared' : ''}` }
    case 'too_few':
      return {
        vi: `Trọng số ${vi(weight)}; ${people.vi}, cần ít nhất ${kind.rater.atLeast}: không lấy điểm bình quân${kind.rater.whenTooFew === 'renormalise' ? ', trọng số chia lại' : ''}`,
        en: `Weight ${weight}; ${people.en}, at least ${kind.rater.atLeast} needed: no mean${kind.rater.whenTooFew === 'renormalise' ? ', the weight is shared' : ''}`,
      }
    case 'counts': {
      const counted = percent(kind.counted)
      const again = rational.equals(kind.counted, kind.weight)
      return { vi: `Trọng số ${vi(weight)}${again ? '' : ` (tính lại ${vi(counted)})`}; ${people.vi}`, en: `Weight ${weight}${again ? '' : ` (shared anew: ${counted})`}; ${people.en}` }
    }
  }
}

function percent(share: Rational): string {
  const value = rational.mul(share, rational.rational(100))
  const short = rational.toShortest(value)
  return `${short.includes('/') ? rational.toDecimal(value, 2) : short}%`
}

function vi(text: string): string {
  return text.replace('.', ',')
}
