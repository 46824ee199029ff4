/** What somebody is told (thông báo): bài chờ duyệt, bài bị trả lại, bài đã duyệt, được nhắc tên, việc được giao, việc trễ hạn, đến hạn ký sau, quá hạn ký sau, đến hạn đính chính. */
export const noticeKinds = ['waits', 'returned', 'approved', 'mentioned', 'assigned', 'late', 'sign_due', 'sign_overdue'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Kinds that last until the thing is done; the others are told once and leave after {@link toldForDays}. */
const pressing = ['sign_overdue', 'late', 'sign_due'] as const satisfies readonly NoticeKind[]

/** Days after which what only happened is no longer shown. */
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
