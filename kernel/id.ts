declare const brand: unique symbol

/** A UUID that names one kind of thing only, so that a decision cannot be filed under a campaign's id. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type TenantId = Id<'tenant'>
export type AccountId = Id<'account'>
export type PersonId = Id<'person'>
export type UnitId = Id<'unit'>
export type PostId = Id<'post'>
export type HoldingId = Id<'holding'>
export type CatalogueId = Id<'catalogue'>
export type ProductId = Id<'product'>
export type TaskId = Id<'task'>
export type CampaignId = Id<'campaign'>
export type ResultId = Id<'result'>
export type PetitionId = Id<'petition'>
export type MeetingId = Id<'meeting'>
export type QuestionId = Id<'question'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** Brands a text already known to be the id of such a thing (read from its own table or parsed by its schema). */
export function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}
