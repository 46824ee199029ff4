/** What somebody is told (thông báo): bài chờ duyệt, bị trả lại, đã duyệt; được nhắc tên, có góp ý; việc được giao, trễ hạn; phải ký sau, quá hạn ký sau; phải cải chính. */
export const noticeKinds = ['waits', 'returned', 'approved', 'mentioned', 'commented', 'assigned', 'late', 'sign_due', 'sign_overdue', 'correction_due'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Kinds with a term that runs or has run out. */
const pressing = ['sign_overdue', 'late', 'sign_due', 'correction_due'] as const satisfies readonly NoticeKind[]

/** Days after which what only happened is no longer told; what still waits is told until it is done. */
export const toldForDays = 30

/** Whether a notice presses: it stands before the others. */
export function presses(kind: NoticeKind): boolean {
  return pressing.some((each) => each === kind)
}

/** The name of a notice, by which it is known as read. What waits anew since another moment is another notice. */
export function noticeKey(kind: NoticeKind, about: string, since: Date): string {
  return `${kind}:${about}:${since.getTime()}`
}

interface Told {
  readonly kind: NoticeKind
  readonly at: Date
  readonly read: boolean
}

/** What is unread and presses first, then what is unread, then the rest; in each the latest first. */
export function inOrderOfNeed<N extends Told>(notices: readonly N[]): N[] {
  const rank = ({ read, kind }: N) => (read ? 2 : presses(kind) ? 0 : 1)
  return [...notices].sort((a, b) => rank(a) - rank(b) || b.at.getTime() - a.at.getTime())
}
