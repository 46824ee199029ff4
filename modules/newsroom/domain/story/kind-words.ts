import { blockKinds, type BlockKind } from './block.ts'

const names: Readonly<Record<BlockKind, { readonly vi: string; readonly en: string }>> = {
  greeting: { vi: 'Lời chào', en: 'Greeting' },
  lead_in: { vi: 'Lời dẫn', en: 'Lead-in' },
  film_start: { vi: 'Phim', en: 'Film' },
  voice_over: { vi: 'Lời bình', en: 'Voice-over' },
  question: { vi: 'Phóng viên hỏi', en: 'Reporter asks' },
  soundbite: { vi: 'Phát biểu', en: 'Soundbite' },
  presenter_note: { vi: 'Ghi chú cho người dẫn', en: 'Note to presenter' },
  super: { vi: 'Bảng tên', en: 'Name super' },
  graphic: { vi: 'Đồ họa', en: 'Graphic' },
  closing: { vi: 'Lời kết', en: 'Closing' },
  unclassified: { vi: 'Chưa phân loại', en: 'Not classified' },
}

/** The names of the kinds of block (loại đoạn) on the screen and on paper. */
export function kindNames(language: 'vi' | 'en'): Readonly<Record<BlockKind, string>> {
  return Object.fromEntries(blockKinds.map((kind) => [kind, names[kind][language]])) as Record<BlockKind, string>
}
