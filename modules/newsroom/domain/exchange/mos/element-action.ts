import { element, type XmlElement, type XmlNode } from '../xml.ts'
import { itemElement, named, storyElement } from './messages.ts'
import type { MosChange } from './running-order.ts'

/** A change of a running order as `roElementAction`: an empty target means the end. */
export function roElementAction(runningOrderId: string, change: MosChange): XmlElement {
  switch (change.kind) {
    case 'insert-stories':
      return action('INSERT', [story(change.before)], change.stories.map(storyElement))
    case 'insert-items':
      return action('INSERT', [story(change.storyId), item(change.before)], change.items.map((each) => itemElement(each)))
    case 'replace-story':
      return action('REPLACE', [story(change.storyId)], change.stories.map(storyElement))
    case 'replace-item':
      return action('REPLACE', [story(change.storyId), item(change.itemId)], change.items.map((each) => itemElement(each)))
    case 'move-stories':
      return action('MOVE', [story(change.before)], change.storyIds.map(story))
    case 'move-items':
      return action('MOVE', [story(change.storyId), item(change.before)], change.itemIds.map(item))
    case 'delete-stories':
      return action('DELETE', null, change.storyIds.map(story))
    case 'delete-items':
      return action('DELETE', [story(change.storyId)], change.itemIds.map(item))
    case 'swap-stories':
      return action('SWAP', null, change.storyIds.map(story))
    case 'swap-items':
      return action('SWAP', [story(change.storyId)], change.itemIds.map(item))
  }

  function action(operation: 'INSERT' | 'REPLACE' | 'MOVE' | 'DELETE' | 'SWAP', target: readonly XmlNode[] | null, source: readonly XmlNode[]): XmlElement {
    return element('roElementAction', { operation }, named('roID', runningOrderId), target === null ? null : element('element_target', {}, ...target), element('element_source', {}, ...source))
  }
}

function story(id: string | null): XmlElement {
  return named('storyID', id ?? '')
}

function item(id: string | null): XmlElement {
  return named('itemID', id ?? '')
}
