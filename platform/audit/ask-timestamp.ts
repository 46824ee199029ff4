import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { refusedAddress, timestampUrl, type TimestampAddress } from './timestamp-address.ts'
import { readTimestampAnswer, timestampRequest, TimestampRefused } from './timestamp.ts'

const patience = 10_000
const largestAnswer = 64 * 1024

type Judge = (address: string) => string | undefined

/** Looks a name up for a connection and lets it begin only when every address the name stands for is allowed. */
function checkedLookup(judge: Judge): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '')
      const refused = found.flatMap(({ address }) => judge(address) ?? [])[0]
      const [first] = found
      if (refused !== undefined || first === undefined) return done(new TimestampRefused(`${host}: ${refused ?? 'no address'}`), '')
      if (options.all) return done(null, found)
      done(null, first.address, first.family)
    })
  }
}

/**
 * Asks an authority to stamp a text and answers its token, checked. Only a hash of the text leaves. The connection
 * follows no redirect and goes only to addresses `judge` says nothing against. Throws {@link TimestampRefused}, or what
 * the network says.
 */
export async function askTimestamp({ url: text, inOwnNetwork }: TimestampAddress, stamped: string, judge: Judge = (address) => refusedAddress(address, inOwnNetwork)): Promise<Uint8Array> {
  const url = timestampUrl(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const refused = isIP(host) === 0 ? undefined : judge(host)
  if (refused !== undefined) throw new TimestampRefused(`${host}: ${refused}`)
  const { bytes, nonce } = timestampRequest(stamped)
  return readTimestampAnswer(await post(url, bytes, judge), stamped, nonce)
}

function post(url: URL, bytes: Uint8Array, judge: Judge): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply', 'content-length': bytes.byteLength },
      lookup: checkedLookup(judge),
      agent: false,
      signal: AbortSignal.timeout(patience),
    })
    request.on('error', reject)
    request.on('response', (reply) => {
      if (reply.statusCode !== 200) return void request.destroy(new TimestampRefused(`answered ${reply.statusCode}`))
      const parts: Buffer[] = []
      let size = 0
      reply.on('data', (part: Buffer) => {
        size += part.byteLength
        if (size > largestAnswer) request.destroy(new TimestampRefused('the answer is too large'))
        else parts.push(part)
      })
      reply.on('error', reject)
      reply.on('end', () => resolve(Buffer.concat(parts)))
    })
    request.end(bytes)
  })
}
