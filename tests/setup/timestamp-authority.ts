import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Integer, ObjectIdentifier, OctetString, PrintableString } from 'asn1js'
import { Attribute, AttributeTypeAndValue, BasicConstraints, Certificate, ContentInfo, EncapsulatedContentInfo, Extension, ExtKeyUsage, getCrypto, id_ContentType_SignedData, id_eContentType_TSTInfo, IssuerAndSerialNumber, PKIStatus, PKIStatusInfo, SignedAndUnsignedAttributes, SignedData, SignerInfo, Time, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'

/** A small real timestamp authority (RFC 3161) with a key and a certificate of its own, on the loopback address. */
export interface TimestampAuthority {
  readonly url: string
  /** The certificate its own was issued under. */
  readonly root: Certificate
  /** What it answers next: right, refused, or something wrong. */
  mode: 'right' | 'refuse' | 'other-text' | 'other-nonce' | 'wrong-key' | 'redirect' | 'garbage'
  /** The moment it stamps. */
  now: Date
  readonly asked: number
  close(): Promise<void>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

interface Part {
  readonly name: string
  readonly serial: number
  readonly extensions: readonly Extension[]
}

async function makeCertificate(part: Part, keys: CryptoKeyPair, issuer: { readonly name: string; readonly keys: CryptoKeyPair }): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: part.serial })
  certificate.issuer.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: issuer.name }) }))
  certificate.subject.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: part.name }) }))
  certificate.notBefore = new Time({ type: 0, value: new Date('2026-01-01T00:00:00Z') })
  certificate.notAfter = new Time({ type: 0, value: new Date('2036-01-01T00:00:00Z') })
  certificate.extensions = [...part.extensions]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(issuer.keys.privateKey, 'SHA-256')
  return certificate
}

function stampingUse(): Extension {
  const usage = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] })
  return new Extension({ extnID: '2.5.29.37', critical: true, extnValue: usage.toSchema().toBER(), parsedValue: usage })
}

function authorityUse(): Extension {
  const basic = new BasicConstraints({ cA: true })
  return new Extension({ extnID: '2.5.29.19', critical: true, extnValue: basic.toSchema().toBER(), parsedValue: basic })
}

/** Starts it. */
export async function timestampAuthority(): Promise<TimestampAuthority> {
  const crypto = getCrypto(true)
  const keys = (await crypto.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const stranger = (await crypto.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const rootKeys = (await crypto.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const root = await makeCertificate({ name: 'Test CA', serial: 1, extensions: [authorityUse()] }, rootKeys, { name: 'Test CA', keys: rootKeys })
  const certificate = await makeCertificate({ name: 'Test TSA', serial: 7, extensions: [stampingUse()] }, keys, { name: 'Test CA', keys: rootKeys })
  const state: { mode: TimestampAuthority['mode']; now: Date; asked: number } = { mode: 'right', now: new Date('2026-11-23T05:00:00Z'), asked: 0 }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      state.asked++
      if (state.mode === 'redirect') return void response.writeHead(302, { location: '/elsewhere' }).end()
      void answer(Buffer.concat(parts)).then((bytes) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(Buffer.from(bytes)))
    })
  })

  async function answer(asked: Buffer): Promise<ArrayBuffer> {
    if (state.mode === 'garbage') return new TextEncoder().encode('<html>proxy</html>').buffer
    if (state.mode === 'refuse') return new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) }).toSchema().toBER()
    const request = TimeStampReq.fromBER(new Uint8Array(asked).buffer)
    const imprint = request.messageImprint
    if (state.mode === 'other-text') imprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(32).fill(7) })
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4.1',
      messageImprint: imprint,
      serialNumber: new Integer({ value: state.asked }),
      genTime: state.now,
      ...(request.nonce === undefined ? {} : { nonce: state.mode === 'other-nonce' ? new Integer({ value: 5 }) : request.nonce }),
    })
    const token = await sign(info.toSchema().toBER())
    return new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken: token }).toSchema().toBER()
  }

  async function sign(content: ArrayBuffer): Promise<ContentInfo> {
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_eContentType_TSTInfo, eContent: new OctetString({ valueHex: content }) }),
      certificates: [certificate],
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: id_eContentType_TSTInfo })] }),
              new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: await crypto.digest('SHA-256', new Uint8Array(content)) })] }),
            ],
          }),
        }),
      ],
    })
    await signed.sign((state.mode === 'wrong-key' ? stranger : keys).privateKey, 0, 'SHA-256')
    return new ContentInfo({ contentType: id_ContentType_SignedData, content: signed.toSchema(true) })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    root,
    get mode() {
      return state.mode
    },
    set mode(mode) {
      state.mode = mode
    },
    get now() {
      return state.now
    },
    set now(now) {
      state.now = now
    },
    get asked() {
      return state.asked
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
