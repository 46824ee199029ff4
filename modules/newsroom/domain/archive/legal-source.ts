/** How a rule of law is known: read in its text as others quote it, or not found for the law now in force and carried on. */
export const ruleConfidences = ['secondary', 'unverified'] as const
export type RuleConfidence = (typeof ruleConfidences)[number]

/** Where a rule of law comes from (căn cứ); what is unverified is said wherever the rule is shown. */
export interface LegalSource {
  readonly text: string
  readonly confidence: RuleConfidence
}

/** How sure a rule is, in the words of the paper and of a refusal. */
export const confidenceWords: Readonly<Record<RuleConfidence, string>> = {
  secondary: 'theo bản dẫn lại, chưa đối chiếu văn bản gốc',
  unverified: 'chưa xác minh theo luật hiện hành, cần cơ quan pháp chế xác nhận',
}
