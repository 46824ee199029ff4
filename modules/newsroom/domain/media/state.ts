/** Where a file is: đang gửi lên, đang kiểm tra, dùng được, bị từ chối. */
export const mediaStates = ['uploading', 'checking', 'ready', 'refused'] as const
export type MediaState = (typeof mediaStates)[number]

/** Why a whole file was refused: không phải phim hay âm thanh, không đọc được, có mã độc, hỏng khi cất giữ. */
export const mediaFaults = ['not-media', 'unreadable', 'infected', 'damaged'] as const
export type MediaFault = (typeof mediaFaults)[number]

/** An upload that nobody went on with for so long is swept away (dọn bản gửi dở). */
export const uploadKeptMs = 7 * 86_400_000
