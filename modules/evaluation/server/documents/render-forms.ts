import { renderPdf } from '#platform/documents/render-pdf.ts'
import type { Form01, Form02, FormVerification } from './form-inputs.ts'
import { viewOfForm01, viewOfForm02 } from './form-view.ts'
import type { ResultForm } from './result-form.ts'
import { rootMarks } from './root-mark.ts'
import { viewOfResultForm } from './result-form-view.ts'

const folder = new URL('./templates/', import.meta.url)

function marksOf(forms: readonly { readonly verification: FormVerification | null }[]): Record<string, number[]> {
  return rootMarks(forms.map((form) => form.verification))
}

/** Mẫu số 01 (Phiếu theo dõi, đánh giá công chức) of each person, in one PDF, each beginning on a new page. */
export function renderForms01(forms: readonly Form01[], at: Date): Promise<Uint8Array> {
  const title = forms.length === 1 ? `Phiếu theo dõi, đánh giá công chức: ${forms[0]?.fullName ?? ''}` : 'Phiếu theo dõi, đánh giá công chức'
  return renderPdf({ folder, main: 'form-01.typ' }, { title, marks: marksOf(forms), forms: forms.map(viewOfForm01) }, { at, tagged: forms.length === 1 })
}

/** Mẫu số 01 of one person as PDF. */
export function renderForm01(form: Form01, at: Date): Promise<Uint8Array> {
  return renderForms01([form], at)
}

/** Mẫu số 02 (Phiếu xếp loại chất lượng công chức) of each person, in one PDF, each beginning on a new page. */
export function renderForms02(forms: readonly Form02[], at: Date): Promise<Uint8Array> {
  const title = forms.length === 1 ? `Phiếu xếp loại chất lượng công chức: ${forms[0]?.fullName ?? ''}` : 'Phiếu xếp loại chất lượng công chức'
  return renderPdf({ folder, main: 'form-02.typ' }, { title, marks: marksOf(forms), forms: forms.map(viewOfForm02) }, { at, tagged: forms.length === 1 })
}

/** Mẫu số 02 of one person as PDF. */
export function renderForm02(form: Form02, at: Date): Promise<Uint8Array> {
  return renderForms02([form], at)
}

/** Phiếu đánh giá, xếp loại of each person or organisation under any rulebook, in one PDF, each beginning on a new page. */
export function renderResultForms(forms: readonly ResultForm[], at: Date): Promise<Uint8Array> {
  const [first] = forms
  const title = forms.length === 1 && first !== undefined ? `Phiếu đánh giá, xếp loại: ${first.about}` : 'Phiếu đánh giá, xếp loại'
  return renderPdf({ folder, main: 'result-form.typ' }, { title, marks: marksOf(forms), forms: forms.map(viewOfResultForm) }, { at, tagged: forms.length === 1 })
}
