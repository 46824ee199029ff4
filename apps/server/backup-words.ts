import type { BackupProblem } from '#platform/backup/archive.ts'

/** What went wrong with a backup and what would be right, in words for the person at the machine. */
export const backupWords: Record<BackupProblem, readonly [said: string, expected: string]> = {
  'wrong-key': ['Khóa hoặc mật khẩu không mở được bản sao lưu', 'tệp khóa (--key) hoặc tệp mật khẩu (--passphrase-file) của đúng bản sao lưu này'],
  'not-a-backup': ['Tệp không phải bản sao lưu của Thước Đo', 'một tệp .thuocdo.age do lệnh backup ghi'],
  'cut-off': ['Bản sao lưu bị cắt cụt hoặc bị sửa', 'một bản sao lưu nguyên vẹn; hãy dùng bản khác'],
  'newer-version': ['Bản sao lưu do phiên bản mới hơn ghi', 'chương trình cùng phiên bản hoặc mới hơn bản sao lưu'],
  'altered-migration': ['Tệp nâng cấp của chương trình khác với khi sao lưu', 'bản phát hành nguyên vẹn của chương trình'],
  'contents-differ': ['Nội dung khôi phục không giống nội dung đã sao lưu', 'mọi bảng và mọi tệp giống từng dòng; hãy dùng bản khác'],
  'no-space': ['Không đủ chỗ trên đĩa', 'chỗ trống ít nhất bằng cơ sở dữ liệu'],
  'no-database-right': ['Người dùng cơ sở dữ liệu không được tạo cơ sở dữ liệu', 'quyền CREATEDB, để thử khôi phục'],
  'database-in-use': ['Cơ sở dữ liệu đang được dùng', 'dừng chương trình trước khi khôi phục'],
  place: ['Không đọc hoặc ghi được', 'đường dẫn có thật, có quyền đọc và ghi'],
  'already-running': ['Đang có một lần sao lưu khác', 'chờ lần đó xong'],
}
