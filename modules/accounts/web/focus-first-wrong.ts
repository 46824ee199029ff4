const wrong = ['[aria-invalid="true"]', '[data-error="true"] [role="radiogroup"] input'].map((field) => `dialog[open] ${field}`).join(', ')

/** After a form found something missing or wrong: the keyboard continues at the first such field, a choice among buttons too. */
export function focusFirstWrong(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(wrong)?.focus())
}
