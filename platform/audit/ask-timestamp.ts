import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { readTimestampAnswer, timestampRequest, TimestampRefused } from './timestamp.ts'

const patience = 10_000
const largestAnswer = 64 * 1024

/** Where the head of each day is sent, as the administrator configured it. */
export interface TimestampAddress {
  readonly url: string
  /** The authority stands in the office's own network (10.x, 192.168.x …); never the machine itself. */
  readonly inOwnNetwork: boolean
}

// Never an authority: this machine, link-local (where clouds keep their secrets), multicast, and nowhere.
const never = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) never.addSubnet(net, bits)
for (const [net, bits] of [['::', 127], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96], ['100::', 64], ['2001:db8::', 32]] as const) never.addSubnet(net, bits, 'ipv6')
const own = new BlockList()
for (const [net, bits] of [['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) own.addSubnet(net, bits)
own.addSubnet('fc00::', 7, 'ipv6')

/** Why an address may not be called, or undefined when it may. IPv4 written as IPv6 is judged as what it is. */
export function refusedAddress(address: string, inOwnNetwork: boolean): string | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const version = isIP(mapped)
  if (version === 0) return 'not an address'
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (/^::ffff:/i.test(mapped) || never.check(mapped, family)) return 'this machine, link-local or reserved'
  if (own.check(mapped, family) && !inOwnNetwork) return 'in the own network, which was not allowed'
  return undefined
}

/** The URL of an authority as configured; throws a RangeError for what is no plain http(s) address. */
export function timestampUrl(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') throw new RangeError('not an http or https address without a user')
  return url
}

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
