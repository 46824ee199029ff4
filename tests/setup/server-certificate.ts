import { Integer, PrintableString } from 'asn1js'
import { AttributeTypeAndValue, Certificate, getCrypto, Time } from 'pkijs'

/** A certificate for a server of that name that ends on that day, signed by itself, with its key; both PEM. */
export async function serverCertificate(name: string, ends: Date): Promise<{ cert: string; key: string }> {
  const crypto = getCrypto(true)
  const keys = (await crypto.generateKey({ name: 'ECDSA', namedCurve: 'P-256' } as const, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 1 })
  for (const side of [certificate.issuer, certificate.subject]) side.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: name }) }))
  certificate.notBefore = new Time({ type: 0, value: new Date('2019-01-01') })
  certificate.notAfter = new Time({ type: 0, value: ends })
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  return { cert: pem('CERTIFICATE', certificate.toSchema(true).toBER()), key: pem('PRIVATE KEY', await crypto.exportKey('pkcs8', keys.privateKey)) }
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines = Buffer.from(bytes).toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
