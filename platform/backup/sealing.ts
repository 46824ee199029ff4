import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupError } from './archive.ts'

interface Passphrase {
  readonly passphrase: string
  /** Binary logarithm of the work of trying one passphrase (scrypt); 18 unless told, about a second of a good machine. */
  readonly work?: number
}

/** Whom a backup is encrypted to: a passphrase, or public keys (age recipients). */
export type Seal = Passphrase | { readonly recipients: readonly string[] }

/** What opens a backup: its passphrase, or secret keys (age identities). */
export type Unseal = { readonly passphrase: string } | { readonly identities: readonly string[] }

/** Bytes that flow. */
export type ByteStream = ReadableStream<Uint8Array>

/**
 * Encrypts while writing. Comes with a key of its own that lives only in this process, so that the file can be opened
 * and tried once more although the real secret key may lie in a safe.
 */
export async function sealing(seal: Seal): Promise<{ encrypt: (plain: ByteStream) => Promise<ByteStream>; trial: Unseal }> {
  const encrypter = new Encrypter()
  if ('passphrase' in seal) {
    if (seal.work !== undefined) encrypter.setScryptWorkFactor(seal.work)
    encrypter.setPassphrase(seal.passphrase)
    return { encrypt: (plain) => encrypter.encrypt(plain), trial: seal }
  }
  for (const recipient of seal.recipients) addRecipient(encrypter, recipient)
  const identity = await generateX25519Identity()
  encrypter.addRecipient(await identityToRecipient(identity))
  return { encrypt: (plain) => encrypter.encrypt(plain), trial: { identities: [identity] } }
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient)
  } catch (error) {
    throw new BackupError('wrong-key', recipient.slice(0, 12), error)
  }
}

/** Decrypts while reading. Throws {@link BackupError} for a wrong key and for what is no age file. */
export async function unsealed(cipher: ByteStream, unseal: Unseal): Promise<ByteStream> {
  const decrypter = new Decrypter()
  try {
    if ('passphrase' in unseal) decrypter.addPassphrase(unseal.passphrase)
    else for (const identity of unseal.identities) decrypter.addIdentity(identity)
    return await decrypter.decrypt(cipher)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    throw new BackupError(/no identity|passphrase|invalid identity|checksum|unknown identity/i.test(said) ? 'wrong-key' : 'not-a-backup', said, error)
  }
}
