/** Where a file is: đang gửi lên, đang kiểm tra, dùng được, bị từ chối, đang gỡ khỏi kho, đã gỡ. */
export const mediaStates = ['uploading', 'checking', 'ready', 'refused', 'removing', 'removed'] as const
export type MediaState = (typeof mediaStates)[number]

/** Of a film taken from the store only a stub is left: its bytes are going, or gone. */
export const goneStates = ['removing', 'removed'] as const satisfies readonly MediaState[]

export function isGone(state: string): boolean {
  return (goneStates as readonly string[]).includes(state)
}

/** Why a whole file was refused: không phải phim hay âm thanh, không đọc được, có mã độc, hỏng khi cất giữ. */
export const mediaFaults = ['not-media', 'unreadable', 'infected', 'damaged'] as const
export type MediaFault = (typeof mediaFaults)[number]

/** An upload that nobody went on with for so long is swept away (dọn bản gửi dở). */
export const uploadKeptMs = 7 * 86_400_000
