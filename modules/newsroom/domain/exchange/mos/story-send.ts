import { element, optional, type XmlElement } from '../xml.ts'
import { itemElement, metadataElement, named } from './messages.ts'
import type { MosBodyPart, MosFullStory } from './running-order.ts'

/** Sends the words of a story: paragraphs read in the studio, words of the film as packages nobody reads there, items where they play. */
export function roStorySend(story: MosFullStory): XmlElement {
  return element(
    'roStorySend',
    {},
    named('roID', story.runningOrderId),
    named('storyID', story.id),
    named('storySlug', story.slug),
    story.number === null ? null : named('storyNum', story.number),
    element('storyBody', {}, story.presenter === null ? null : named('storyPresenter', story.presenter), optional('storyPresenterRR', story.presenterRate), ...story.body.flatMap(bodyElements)),
    ...story.metadata.map(metadataElement),
  )
}

const inParagraph = { presenter: null, package: 'pkg', instruction: 'pi' } as const

function bodyElements(part: MosBodyPart): XmlElement[] {
  if (part.kind === 'item') return [itemElement(part.item, 'storyItem')]
  const inner = inParagraph[part.kind]
  return part.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => element('p', {}, inner === null ? line : element(inner, {}, line)))
}
