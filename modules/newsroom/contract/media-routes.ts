import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose, secrecyShape } from '#platform/contract/shapes.ts'
import { libraryUses, rightsEnds } from '../domain/media/library.ts'
import { rightsColours } from '../domain/media/rights.ts'
import { mediaFaults, mediaStates } from '../domain/media/state.ts'
import { named } from './named.ts'

/** The largest film taken, in bytes: some hours of what cameras write. */
export const mostMediaBytes = 200 * 2 ** 30
/** The largest small picture of a film. */
export const mostPictureBytes = 300_000

const mediaParams = z.object({ mediaId: idOf<'media'>() })

const rightsShape = z.strictObject({ colour: z.enum(rightsColours), owner: prose(200), until: dateShape.nullable(), note: prose(1000) })

const factsView = z.object({
  container: z.string(),
  cutOff: z.boolean(),
  durationMs: z.number().int().nullable(),
  picture: z.object({ codec: z.string(), width: z.number().int(), height: z.number().int(), rate: z.object({ frames: z.number().int(), seconds: z.number().int() }).nullable() }).nullable(),
  sound: z.object({ codec: z.string(), channels: z.number().int(), samplesPerSecond: z.number().int() }).nullable(),
})

/** A film or sound as the newsroom sees it. */
export const mediaView = z.object({
  id: idOf<'media'>(),
  storyId: idOf<'story'>().nullable(),
  name: z.string(),
  bytes: z.number().int(),
  /** Bytes that have come, while it is being sent. */
  received: z.number().int(),
  fingerprint: z.string(),
  state: z.enum(mediaStates),
  fault: z.enum(mediaFaults).nullable(),
  sha256: z.string().nullable(),
  facts: factsView.nullable(),
  preview: z.boolean(),
  picture: z.boolean(),
  rights: z.object({ colour: z.enum(rightsColours), owner: z.string(), until: dateShape.nullable(), note: z.string() }),
  uploadedBy: named,
  begunAt: z.iso.datetime(),
  /** Of a film taken from the store: who did, when and why; no words where it was proposed. */
  removed: z.object({ by: named, at: z.iso.datetime(), why: z.string() }).nullable(),
  can: z.object({ send: z.boolean(), setRights: z.boolean(), drop: z.boolean(), remove: z.boolean() }),
})

/** A film with the stories it was brought for and those whose script shows it, of the stories one may read; and whether it is proposed to be let go, said to who may do so. */
export const libraryItem = mediaView.extend({ proposed: z.boolean(), stories: z.array(z.object({ id: idOf<'story'>(), title: z.string(), shows: z.boolean() })) })

export const mediaRoutes = defineRoutes({
  searchMedia: {
    method: 'GET',
    path: '/api/newsroom/library',
    summary: 'All films and sound one may see, the latest first, by name, story, owner, right, day, and whether a story shows them',
    permission: 'signed-in',
    query: z.object({
      ...pageQuery,
      name: line(200).optional(),
      story: line(300).optional(),
      owner: line(200).optional(),
      colour: z.enum(rightsColours).optional(),
      ends: z.enum(rightsEnds).optional(),
      use: z.enum(libraryUses).optional(),
      state: z.enum(mediaStates).optional(),
      from: dateShape.optional(),
      to: dateShape.optional(),
    }),
    reply: pageShape(libraryItem),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  getMediaRoom: {
    method: 'GET',
    path: '/api/newsroom/media-room',
    summary: 'How much films and sound take up and what is left, and how many of those one may see no story needs any more',
    permission: 'signed-in',
    reply: z.object({
      /** Null where only the disk sets an end. */
      quota: z.number().int().nullable(),
      used: z.number().int(),
      left: z.number().int().nullable(),
      removable: z.object({ count: z.number().int(), bytes: z.number().int() }),
    }),
    refusals: ['platform.not-found'],
  },
  listMedia: {
    method: 'GET',
    path: '/api/newsroom/media',
    summary: 'Films and sound, the latest first: those of one story with what it shows, or all one may see',
    permission: 'signed-in',
    query: z.object({ ...pageQuery, storyId: idOf<'story'>().optional() }),
    reply: pageShape(mediaView),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  beginUpload: {
    method: 'POST',
    path: '/api/newsroom/media',
    summary: 'Announce a film or sound: what is too large for the quota or the disk is refused before its bytes come',
    permission: 'newsroom:write',
    body: z.strictObject({ storyId: idOf<'story'>().nullable(), name: line(200), bytes: z.number().int().min(1).max(mostMediaBytes), fingerprint: line(400), secrecy: secrecyShape, rights: rightsShape }),
    reply: z.object({ id: idOf<'media'>() }),
    refusals: ['platform.not-found', 'platform.classified', 'newsroom.no-unit', 'newsroom.media.quota', 'newsroom.media.no-room'],
  },
  getMedia: {
    method: 'GET',
    path: '/api/newsroom/media/:mediaId',
    summary: 'One film or sound',
    permission: 'signed-in',
    params: mediaParams,
    reply: mediaView,
    refusals: ['platform.not-found'],
  },
  uploadOffset: {
    method: 'GET',
    path: '/api/newsroom/media/:mediaId/upload',
    summary: 'How many bytes of an upload have come; asked by HEAD, the question of the tus protocol 1.0.0',
    permission: 'newsroom:write',
    params: mediaParams,
    reply: { file: ['application/json'] },
    refusals: ['platform.not-found', 'newsroom.media.not-uploading'],
  },
  uploadPart: {
    method: 'PATCH',
    path: '/api/newsroom/media/:mediaId/upload',
    summary: 'The next bytes of an upload (tus 1.0.0), as application/offset+octet-stream',
    permission: 'newsroom:write',
    params: mediaParams,
    reply: { file: ['application/offset+octet-stream'] },
    refusals: ['platform.not-found', 'platform.no-space', 'newsroom.media.not-uploading'],
  },
  dropMedia: {
    method: 'DELETE',
    path: '/api/newsroom/media/:mediaId',
    summary: 'Give up an upload, or take a refused file off the list',
    permission: 'newsroom:write',
    params: mediaParams,
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.media.gone', 'newsroom.media.kept'],
  },
  removeMedia: {
    method: 'POST',
    path: '/api/newsroom/media/:mediaId/removal',
    summary: 'Take a film nobody needs from the store: its bytes, light copy and picture go, its name, size and checksum stay',
    permission: 'newsroom:desk',
    params: mediaParams,
    body: z.strictObject({ reason: prose(500) }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.media.gone', 'newsroom.media.not-whole', 'newsroom.media.shown', 'newsroom.media.frozen', 'newsroom.media.in-correction', 'newsroom.archive.kept', 'newsroom.media.reason-needed'],
  },
  playMedia: {
    method: 'GET',
    path: '/api/newsroom/media/:mediaId/bytes',
    summary: 'The bytes, or those of the light copy; by stretches where asked (Range)',
    permission: 'signed-in',
    params: mediaParams,
    query: z.object({ preview: z.stringbool().optional() }),
    reply: { file: ['video/mp4', 'video/webm', 'audio/wav', 'application/octet-stream'] },
    refusals: ['platform.not-found'],
  },
  setMediaRights: {
    method: 'PUT',
    path: '/api/newsroom/media/:mediaId/rights',
    summary: 'Who owns a film and whether and until when it may be aired',
    permission: 'newsroom:write',
    params: mediaParams,
    body: rightsShape,
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.media.gone'],
  },
  keepPicture: {
    method: 'PUT',
    path: '/api/newsroom/media/:mediaId/picture',
    summary: 'Keep a small picture of a film, a JPEG made by the browser',
    permission: 'newsroom:write',
    params: mediaParams,
    body: { upload: true, maxBytes: mostPictureBytes },
    reply: z.object({}),
    refusals: ['platform.not-found', 'platform.classified', 'newsroom.media.gone', 'newsroom.media.not-a-picture'],
  },
  getPicture: {
    method: 'GET',
    path: '/api/newsroom/media/:mediaId/picture',
    summary: 'The small picture of a film',
    permission: 'signed-in',
    params: mediaParams,
    reply: { file: ['image/jpeg'] },
    refusals: ['platform.not-found'],
  },
})
