import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'

const notes: Readonly<Record<CompiledRulebook['confidence'], string | null>> = {
  primary: null,
  second_hand: 'Bộ quy định dùng để chấm dẫn theo nguồn thứ cấp, chưa đối chiếu với văn bản gốc.',
  assumed: 'Bộ quy định dùng để chấm theo cách hiểu của cơ quan, văn bản không quy định rõ.',
  sample: 'Bộ quy định dùng để chấm là mẫu minh họa, không phải văn bản chính thức.',
}

/** What a printed paper must say about the rulebook behind it (độ tin cậy của nguồn); null when it was read in the official text. */
export function sourceNote({ confidence }: Pick<CompiledRulebook, 'confidence'>): string | null {
  return notes[confidence]
}
