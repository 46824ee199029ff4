import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Server as SecureServer } from 'node:https'

/** The certificate (chứng thư số) a server shows, and its key: two PEM files. */
export interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

/**
 * How HTTPS is spoken: TLS 1.2 or newer, keys made for each connection, encryption that also protects against change
 * (Mozilla's “intermediate” list).
 */
export const tlsRules = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305',
  ].join(':'),
} as const

/** What is known of a certificate in use. */
export interface CertificateState {
  readonly subject: string
  readonly names: string
  readonly validTo: string
}

/** A certificate that cannot be used; `file` says which of the two. */
export class CertificateError extends Error {
  readonly file: string
  readonly problem: 'unreadable' | 'not-pem' | 'other-key' | 'expired'
  constructor(file: string, problem: CertificateError['problem']) {
    super(`${problem}: ${file}`)
    this.name = 'CertificateError'
    this.file = file
    this.problem = problem
  }
}

/** Reads a certificate and its key. Throws {@link CertificateError} when they are not a pair or the day has passed. */
export function readCertificate(files: CertificateFiles, now: Date): { cert: Buffer; key: Buffer; state: CertificateState } {
  const cert = readPem(files.certFile)
  const key = readPem(files.keyFile)
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(cert)
  } catch {
    throw new CertificateError(files.certFile, 'not-pem')
  }
  if (!belongs(certificate, key, files.keyFile)) throw new CertificateError(files.keyFile, 'other-key')
  if (new Date(certificate.validTo) < now) throw new CertificateError(files.certFile, 'expired')
  return { cert, key, state: { subject: certificate.subject, names: certificate.subjectAltName ?? '', validTo: new Date(certificate.validTo).toISOString() } }
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new CertificateError(file, 'unreadable')
  }
}

function belongs(certificate: X509Certificate, key: Buffer, keyFile: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    throw new CertificateError(keyFile, 'not-pem')
  }
}

/**
 * Looks at the files now and then and shows a renewed certificate without a restart; a renewal that is not usable
 * (half copied, another key) is left alone until it is. Returns the end of it.
 */
export function followCertificate(server: SecureServer, files: CertificateFiles, seen: (state: CertificateState) => void, everyMs = 60_000): () => void {
  let known = mark(files)
  const timer = setInterval(() => {
    const found = mark(files)
    if (found === known || found === undefined) return
    try {
      const { cert, key, state } = readCertificate(files, new Date())
      server.setSecureContext({ cert, key, ...tlsRules })
      known = found
      seen(state)
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

function mark(files: CertificateFiles): string | undefined {
  try {
    return [files.certFile, files.keyFile].map((file) => statSync(file).mtimeMs).join(' ')
  } catch {
    return undefined
  }
}
