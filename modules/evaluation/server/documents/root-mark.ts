import { qrPng } from '#platform/documents/qr-png.ts'

/** What is printed of a published set: how many results stand under its root. */
export function rootLine({ root, size }: { readonly root: string; readonly size: number }): string {
  return `Dấu gốc của ${size} kết quả công bố cùng đợt: ${root.replace(/(.{16})(?!$)/g, '$1 ')}`
}

/** What the QR code holds: capitals and digits only, which makes it small. `thuocdo verify --root` takes it as read. */
export function rootCode(root: string): string {
  return `THUOCDO:${root.toUpperCase()}`
}

/** QR codes of the roots on some forms, drawn once each: the bytes of a PNG by root, which the compiler places faster than a drawing. */
export function rootMarks(verifications: readonly ({ readonly set: { readonly root: string } | null } | null)[]): Record<string, number[]> {
  const roots = new Set(verifications.flatMap((each) => each?.set?.root ?? []))
  return Object.fromEntries([...roots].map((root) => [root, [...qrPng(rootCode(root))]]))
}
