import { open, rm, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3'
import type { MediaPlace } from './media-place.ts'
import type { BucketSettings } from './media-settings.ts'

/** No part but the last may be smaller than 5 MiB, and there may be ten thousand. */
const smallestPart = 16 * 2 ** 20
const mostParts = 9_000

interface Target {
  readonly Bucket: string
  readonly Key: string
}

/** Media in a bucket of a store that speaks the S3 protocol. */
export function bucketPlace(settings: BucketSettings): MediaPlace {
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: true,
    credentials: { accessKeyId: settings.keyId, secretAccessKey: settings.secret },
    // Stores of the office's own know the signature, not every newer checksum.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
  })
  const of = (name: string): Target => ({ Bucket: settings.bucket, Key: `${settings.prefix}${name}` })
  const size = async (name: string): Promise<number | undefined> => {
    try {
      return (await client.send(new HeadObjectCommand(of(name)))).ContentLength
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
      throw error
    }
  }
  return {
    size,
    async keep(name, file) {
      if ((await size(name)) === undefined) {
        const handle = await open(file, 'r')
        const { size: bytes } = await handle.stat()
        await sendParts(client, of(name), handle, bytes).finally(() => handle.close())
      }
      await rm(file, { force: true })
    },
    async read(name, { start, end }) {
      const { Body } = await client.send(new GetObjectCommand({ ...of(name), Range: `bytes=${start}-${end}` }))
      if (Body === undefined) throw new Error(`nothing is kept as ${name}`)
      return Body as Readable
    },
    async discard(name) {
      await client.send(new DeleteObjectCommand(of(name)))
    },
  }
}

/** Sends a file in parts; given up, the parts sent are taken back, which the store would else keep unseen. */
async function sendParts(client: S3Client, target: Target, file: FileHandle, bytes: number): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target))
  const partBytes = Math.max(smallestPart, Math.ceil(bytes / mostParts))
  try {
    const parts: CompletedPart[] = []
    for (let start = 0; start < bytes; start += partBytes) {
      // Held, not streamed: a part cut off on its way is sent again by the client.
      const part = Buffer.allocUnsafe(Math.min(partBytes, bytes - start))
      const { bytesRead } = await file.read(part, 0, part.byteLength, start)
      if (bytesRead < part.byteLength) throw new Error('the file became shorter while it was sent')
      const { ETag } = await client.send(new UploadPartCommand({ ...target, UploadId, PartNumber: parts.length + 1, Body: part }))
      parts.push({ PartNumber: parts.length + 1, ETag })
    }
    await client.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => undefined)
    throw error
  }
}
