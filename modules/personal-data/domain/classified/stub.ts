/** What a stub in place of a classified paper (phiếu thay thế tài liệu mật) can belong to. */
export const stubAbouts = ['task', 'campaign'] as const
export type StubAbout = (typeof stubAbouts)[number]

/** An issuer's number with its sign, `12-KH/TM`: short, and never a sentence. */
const numberShape = /^[\p{L}\p{N}.,/()_-]+(?: [\p{L}\p{N}.,/()_-]+){0,3}$/u
/** Words with which an abstract begins (trích yếu): V/v, về việc. */
const abstract = /(?<!\p{L})(?:v\s*\/\s*v|về việc|về vấn đề|trích yếu|nội dung)(?!\p{L})/iu

/** Whether the lines of a stub keep to what a stub may say: neither abstract nor content of the paper. */
export function isBareStub({ number, issuer, keptAt }: { readonly number: string; readonly issuer: string; readonly keptAt: string }): boolean {
  return numberShape.test(number) && ![number, issuer, keptAt].some((text) => abstract.test(text.normalize('NFC')))
}
