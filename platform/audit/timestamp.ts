import { createHash, randomBytes } from 'node:crypto'
import { fromBER, Integer, Null, OctetString } from 'asn1js'
import { AlgorithmIdentifier, Certificate, ContentInfo, id_ContentType_SignedData, id_eContentType_TSTInfo, MessageImprint, PKIStatus, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'

const sha256 = '2.16.840.1.101.3.4.2.1'
const commonName = '2.5.4.3'
const extKeyUsage = '2.5.29.37'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** What a timestamp says, or what is wrong with it. */
export interface TimestampCheck {
  /** When the authority saw the text. */
  readonly at: Date | null
  /** The name in the signer's certificate; who issued that certificate is checked only against authorities one trusts. */
  readonly signer: string
  readonly trusted: boolean
  readonly problem: string | null
}

/** The authority refused, or answered with something else than a timestamp over what was sent. */
export class TimestampRefused extends Error {}

/** A question to a timestamp authority (RFC 3161) over a text: the bytes to send, and the number the answer must repeat. */
export function timestampRequest(text: string): { readonly bytes: Uint8Array; readonly nonce: Uint8Array } {
  // A positive number without a leading nought: one DER form only.
  const nonce = randomBytes(16)
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: createHash('sha256').update(text).digest() }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce }
}

/** Takes the token out of an authority's answer, checked against what was asked. Throws {@link TimestampRefused}. */
export async function readTimestampAnswer(answer: Uint8Array, text: string, nonce: Uint8Array): Promise<Uint8Array> {
  let reply: TimeStampResp
  try {
    reply = TimeStampResp.fromBER(bufferOf(answer))
  } catch {
    throw new TimestampRefused('the answer is no timestamp')
  }
  const { status } = reply.status
  if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) throw new TimestampRefused(`refused with status ${status}`)
  if (reply.timeStampToken === undefined) throw new TimestampRefused('no token in the answer')
  const token = new Uint8Array(reply.timeStampToken.toSchema().toBER())
  const { problem } = await checkTimestamp(token, text)
  if (problem !== null) throw new TimestampRefused(problem)
  const answered = infoOf(signedDataOf(token)).nonce
  if (answered === undefined || !Buffer.from(answered.valueBlock.valueHexView).equals(nonce)) throw new TimestampRefused('the answer is to another question')
  return token
}

/** Checks a token: that it is over this text, signed by the certificate it carries, which may give timestamps; and, with `trusted`, that those issued it. */
export async function checkTimestamp(token: Uint8Array, text: string, trusted: readonly Certificate[] = []): Promise<TimestampCheck> {
  let signer = ''
  try {
    const signed = signedDataOf(token)
    const info = infoOf(signed)
    const certificate = signed.certificates?.find((each) => each instanceof Certificate && mayStamp(each))
    if (!(certificate instanceof Certificate)) return { at: null, signer, trusted: false, problem: 'no certificate that may give timestamps' }
    signer = String(certificate.subject.typesAndValues.find((part) => part.type === commonName)?.value.valueBlock.value ?? '')
    if (info.messageImprint.hashAlgorithm.algorithmId !== sha256) return { at: null, signer, trusted: false, problem: 'not over SHA-256' }
    const data = bufferOf(new TextEncoder().encode(text))
    const valid = await signed.verify({ signer: 0, data, checkChain: trusted.length > 0, trustedCerts: [...trusted], extendedMode: true })
    const right = valid.signatureVerified === true && valid.signerCertificate?.serialNumber.isEqual(certificate.serialNumber) === true
    return { at: info.genTime, signer, trusted: right && trusted.length > 0, problem: right ? null : 'the signature is not right' }
  } catch (error) {
    return { at: null, signer, trusted: false, problem: error instanceof Error ? error.message : 'cannot be read' }
  }
}

function mayStamp(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find((extension) => extension.extnID === extKeyUsage)?.parsedValue as { keyPurposes?: readonly string[] } | undefined
  return usage?.keyPurposes?.includes(timeStamping) === true
}

function signedDataOf(token: Uint8Array): SignedData {
  const { result, offset } = fromBER(bufferOf(token))
  if (offset === -1) throw new TimestampRefused('not ASN.1')
  const content = new ContentInfo({ schema: result })
  if (content.contentType !== id_ContentType_SignedData) throw new TimestampRefused('not signed data')
  const signed = new SignedData({ schema: content.content })
  if (signed.encapContentInfo.eContentType !== id_eContentType_TSTInfo) throw new TimestampRefused('not a timestamp')
  return signed
}

function infoOf(signed: SignedData): TSTInfo {
  const content = signed.encapContentInfo.eContent
  if (content === undefined) throw new TimestampRefused('an empty timestamp')
  return TSTInfo.fromBER(content.getValue())
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
