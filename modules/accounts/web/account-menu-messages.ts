import { defineText } from '#ui/text.ts'

/** Apart from the other words of the accounts, as every page brings them. */
export const accountMenuText = defineText({
  vi: {
    signOut: 'Đăng xuất',
    signOutWithDrafts: (count: number) =>
      `Trên máy này còn ${count} thay đổi chưa gửi. Đăng xuất sẽ hủy các thay đổi đó cùng mọi dữ liệu đã giữ trên máy.`,
    myAccount: 'Tài khoản của tôi',
    approvals: 'Phê duyệt',
  },
  en: {
    signOut: 'Sign out',
    signOutWithDrafts: (count: number) =>
      `This machine still holds ${count} unsent ${count === 1 ? 'change' : 'changes'}. Signing out destroys them with everything kept on it.`,
    myAccount: 'My account',
    approvals: 'Approvals',
  },
})
