import { tidy } from '#kernel/vietnamese.ts'
import { scriptParts, storyUrn, type ExchangedStory } from './exchanged-story.ts'
import { editorialNote } from './ninjs.ts'
import { element, optional, writeXml, type XmlElement } from './xml.ts'

/** IPTC’s list of the schemes behind `ninat:` and `stat:`; receivers know it by its address and need not fetch it. */
const catalogue = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'

/** The schema asks for a provider, known or not. */
const unknownProvider = 'Không rõ'

/**
 * A story as a news item of NewsML-G2 2.35, the XML format of the International Press Telecommunications Council: its elements in
 * the order of the schema, the words as NITF paragraphs whose blocks bear their kind.
 */
export function toNewsml(story: ExchangedStory): string {
  const item = element(
    'newsItem',
    { xmlns: 'http://iptc.org/std/nar/2006-10-01/', guid: storyUrn(story.id), version: String(story.version), standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power', 'xml:lang': 'vi' },
    element('catalogRef', { href: catalogue }),
    story.provider === null ? null : element('rightsInfo', {}, named('copyrightHolder', story.provider)),
    itemMeta(story),
    contentMeta(story),
    element('contentSet', {}, element('inlineXML', { contenttype: 'application/nitf+xml' }, nitf(story))),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(item)}\n`
}

function itemMeta(story: ExchangedStory): XmlElement {
  return element(
    'itemMeta',
    {},
    element('itemClass', { qcode: 'ninat:text' }),
    named('provider', story.provider ?? unknownProvider),
    element('versionCreated', {}, story.versionCreated),
    optional('firstCreated', story.firstCreated),
    element('pubStatus', { qcode: story.approvedToAir ? 'stat:usable' : 'stat:withheld' }),
    element('title', {}, story.content.title),
    element('edNote', {}, editorialNote(story)),
  )
}

function contentMeta(story: ExchangedStory): XmlElement {
  const { content, author, hash, slug } = story
  const subjects = [content.column, content.category].filter((name) => name !== null)
  return element(
    'contentMeta',
    {},
    author === null ? null : named('creator', author),
    hash === null ? null : element('altId', { typeuri: 'urn:thuocdo:script-sha256' }, hash),
    element('language', { tag: 'vi' }),
    ...subjects.map((name) => named('subject', name)),
    ...content.people.map(({ name }) => named('subject', name, { type: 'cpnat:person' })),
    optional('slugline', tidy(slug)),
    element('headline', {}, content.title),
  )
}

/** Somebody or something known by name only. The schema wants a name on one line: spaces are the only blanks in it. */
function named(property: string, words: string, more: Readonly<Record<string, string>> = {}): XmlElement {
  const name = tidy(words)
  return element(property, { literal: name, ...more }, element('name', {}, name))
}

function nitf({ content, author }: ExchangedStory): XmlElement {
  const blocks = scriptParts(content).map(({ role, text }) => element('block', { class: role }, ...text.split('\n').map((paragraph) => element('p', {}, paragraph))))
  return element(
    'nitf',
    { xmlns: 'http://iptc.org/std/NITF/2006-10-18/' },
    element('body', {}, element('body.head', {}, element('hedline', {}, element('hl1', {}, content.title)), optional('byline', author)), element('body.content', {}, ...blocks)),
  )
}
