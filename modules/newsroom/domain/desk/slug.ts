import { proposeSlug } from '../story/story.ts'

/** The most signs of a slug on a rundown line. */
export const longestSlug = 40

/** A slug (mã tin) as it is kept, of what somebody typed: letters without marks, digits and hyphens. */
export function tidySlug(typed: string): string {
  return proposeSlug(typed, longestSlug)
}

/** The slug of a story: its own, or the one proposed for its title. */
export function slugOf({ slug, title }: { readonly slug: string; readonly title: string }): string {
  return slug === '' ? proposeSlug(title, longestSlug) : slug
}
