/** MOS 2.8.5: running orders and stories for playout, captions and prompters of others (giao thức MOS). */
export { cutText } from './cut-text.ts'
export { roElementAction } from './element-action.ts'
export { heartbeat, mosMessage, roCreate, roDelete, roMetadataReplace, roReadyToAir, roReplace, type MosEnvelope } from './messages.ts'
export { readAnswer, type MosAnswer } from './read-answer.ts'
export type { MosBodyPart, MosChange, MosFullStory, MosItem, MosMetadata, MosPath, MosRunningOrder, MosStory, MosTrigger } from './running-order.ts'
export { itemsOfScript, slugOf, storyOfScript, type MosDevices } from './story-of-script.ts'
export { roStorySend } from './story-send.ts'
