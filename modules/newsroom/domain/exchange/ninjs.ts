import { scriptParts, storyUrn, type ExchangedStory } from './exchanged-story.ts'

/** What is written of ninjs 3.3, the news format of the International Press Telecommunications Council in JSON. */
export interface Ninjs {
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.3'; readonly schema: string }
  readonly uri: string
  readonly type: 'text'
  readonly representationType: 'full'
  readonly version: string
  readonly firstCreated?: string
  readonly versionCreated: string
  readonly pubStatus: 'usable' | 'withheld'
  readonly language: 'vi'
  readonly title: string
  readonly slugline: string
  readonly by?: string
  readonly edNote: string
  readonly copyrightHolder?: string
  readonly headlines: readonly { readonly role: 'main'; readonly contentType: 'text/plain'; readonly value: string }[]
  readonly subjects?: readonly { readonly name: string; readonly rel: 'column' | 'category' }[]
  readonly people?: readonly { readonly name: string; readonly rel: 'mentioned' }[]
  readonly organisations?: readonly { readonly name: string; readonly rel: 'mentioned' }[]
  readonly infoSources?: readonly { readonly name: string; readonly role: 'provider' }[]
  readonly bodies: readonly NinjsBody[]
  readonly altIds?: readonly { readonly role: string; readonly value: string }[]
}

export interface NinjsBody {
  readonly role: string
  readonly contentType: 'text/plain'
  readonly charCount: number
  readonly wordCount: number
  readonly value: string
}

/** The role under which the print of the words travels: ninjs has no place for “approved”. */
export const hashRole = 'thuocdo:script-sha256'

/** Said to whoever receives a story: whether it may be used. */
export function editorialNote({ approvedToAir }: ExchangedStory): string {
  return approvedToAir ? 'Lời bài đã được duyệt phát.' : 'Lời bài chưa được duyệt phát; chưa được sử dụng.'
}

/** A story as ninjs 3.3: each block a body under its kind, withheld until approved to air. Only words leave, so it is a text, whatever films the story has. */
export function toNinjs(story: ExchangedStory): Ninjs {
  const { content } = story
  const organisations = [...new Set(content.people.flatMap(({ titles }) => titles.map(({ organisation }) => organisation)))].filter((name) => name !== '')
  const subjects = [
    ...(content.column === null ? [] : [{ name: content.column, rel: 'column' as const }]),
    ...(content.category === null ? [] : [{ name: content.category, rel: 'category' as const }]),
  ]
  return {
    standard: { name: 'ninjs', version: '3.3', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#' },
    uri: storyUrn(story.id),
    type: 'text',
    representationType: 'full',
    version: String(story.version),
    ...(story.firstCreated === null ? {} : { firstCreated: story.firstCreated }),
    versionCreated: story.versionCreated,
    pubStatus: story.approvedToAir ? 'usable' : 'withheld',
    language: 'vi',
    title: content.title,
    slugline: story.slug,
    ...(story.author === null ? {} : { by: story.author }),
    edNote: editorialNote(story),
    ...(story.provider === null ? {} : { copyrightHolder: story.provider }),
    headlines: [{ role: 'main', contentType: 'text/plain', value: content.title }],
    ...(subjects.length === 0 ? {} : { subjects }),
    ...(content.people.length === 0 ? {} : { people: content.people.map(({ name }) => ({ name, rel: 'mentioned' as const })) }),
    ...(organisations.length === 0 ? {} : { organisations: organisations.map((name) => ({ name, rel: 'mentioned' as const })) }),
    ...(story.provider === null ? {} : { infoSources: [{ name: story.provider, role: 'provider' as const }] }),
    bodies: scriptParts(content).map(({ role, text }) => body(role, text)),
    ...(story.hash === null ? {} : { altIds: [{ role: hashRole, value: story.hash }] }),
  }
}

function body(role: string, value: string): NinjsBody {
  return { role, contentType: 'text/plain', charCount: [...value].length, wordCount: value.split(/\s+/).filter((word) => word !== '').length, value }
}
