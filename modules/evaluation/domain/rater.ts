/** Where one rater stands with one subject. */
export const raterStatuses = ['waiting', 'submitted', 'excused'] as const
export type RaterStatus = (typeof raterStatuses)[number]
