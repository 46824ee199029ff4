import type { Actor } from '#kernel/actor.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import type { SheetSubject } from '../../domain/sheet-content.ts'
import type { SheetFile } from './sheet-file.ts'

/** A file as it was once read, with the rules it is checked by. Only a statement that compares both versions may build on it. */
export interface RememberedFile {
  readonly file: Omit<SheetFile, 'sheet'>
  readonly subject: SheetSubject
}

const kept = 20_000
const files = new Map<string, RememberedFile>()
const keyOf = (actor: Actor, campaignId: CampaignId, personId: PersonId): string => `${actor.tenantId} ${campaignId} ${personId}`

/** The file as a save in this process last read it, however long ago; undefined when none did. */
export function rememberedFile(actor: Actor, campaignId: CampaignId, personId: PersonId): RememberedFile | undefined {
  return files.get(keyOf(actor, campaignId, personId))
}

/** Keeps a file for the next save of the same sheet. */
export function rememberFile(actor: Actor, campaignId: CampaignId, personId: PersonId, { file, subject }: RememberedFile): void {
  if (files.size >= kept) files.clear()
  const { campaignVersion, participantVersion, campaignStatus, status, superiorId, excluded, periodKind, pin } = file
  files.set(keyOf(actor, campaignId, personId), { file: { campaignVersion, participantVersion, campaignStatus, status, superiorId, excluded, subject: file.subject, periodKind, pin }, subject })
}
