/** The program cannot start; the message is the one line for the person at the screen. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartProblem'
  }
}

/** The disk is full, whoever noticed it. */
export function noSpace(): StartProblem {
  return new StartProblem('Ổ đĩa đã đầy: hãy giải phóng dung lượng rồi chạy lại, dữ liệu đang có không bị ảnh hưởng. (No space left on the disk.)')
}
