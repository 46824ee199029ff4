/** The kinds of block (loại đoạn) of a broadcast script, in the order they usually come. */
export const blockKinds = [
  'greeting',
  'lead_in',
  'film_start',
  'voice_over',
  'question',
  'soundbite',
  'presenter_note',
  'super',
  'graphic',
  'closing',
  'unclassified',
] as const
export type BlockKind = (typeof blockKinds)[number]

interface BlockBase {
  readonly id: string
  /** May be left out when the show runs over (có thể cắt). */
  readonly cuttable: boolean
}

/** Words read out, or shown and not read: lời chào, lời dẫn, lời bình, lời kết, ghi chú cho người dẫn, đồ họa. */
export interface TextBlock extends BlockBase {
  readonly kind: 'greeting' | 'lead_in' | 'voice_over' | 'presenter_note' | 'graphic' | 'closing'
  readonly text: string
}

/** Where the film starts (Phim); `mediaId` is null until a film is linked. */
export interface FilmStartBlock extends BlockBase {
  readonly kind: 'film_start'
  readonly mediaId: string | null
}

/** A question (câu hỏi của phóng viên); `personId` is the person asked, null when nobody is named. */
export interface QuestionBlock extends BlockBase {
  readonly kind: 'question'
  readonly personId: string | null
  readonly text: string
}

/** Somebody's own words in the film (phát biểu, trả lời phỏng vấn). Its time is out − in of the media, never read from the text. */
export interface SoundbiteBlock extends BlockBase {
  readonly kind: 'soundbite'
  readonly personId: string | null
  /** Milliseconds from the start of the media; null until marked. */
  readonly inMs: number | null
  readonly outMs: number | null
  /** First and last words, by which gallery and editor find the cut (chữ vào, chữ ra). */
  readonly inWords: string
  readonly outWords: string
  /** Word for word what is said (nguyên văn). */
  readonly verbatim: string
}

/** A name super (bảng tên) as it stands on the screen; taken from the person and the day, not typed again. */
export interface SuperBlock extends BlockBase {
  readonly kind: 'super'
  readonly personId: string | null
  readonly name: string
  readonly title: string
  readonly organisation: string
}

/** A passage of an imported record that nobody has classified yet (chưa phân loại), with its line there. */
export interface UnclassifiedBlock extends BlockBase {
  readonly kind: 'unclassified'
  readonly text: string
  readonly line: number
}

/** One block of a story; the discriminant is `kind`. */
export type Block = TextBlock | FilmStartBlock | QuestionBlock | SoundbiteBlock | SuperBlock | UnclassifiedBlock
