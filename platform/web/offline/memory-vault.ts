import type { Vault, VaultKind } from './vault.ts'

/** A vault that forgets everything with the page. */
export function memoryVault(): Vault {
  const kept = new Map<string, { kind: VaultKind; name: string; text: string }>()
  const placeOf = (kind: VaultKind, name: string) => `${kind}/${name}`
  return {
    durable: false,
    get: (kind, name) => {
      const found = kept.get(placeOf(kind, name))
      return Promise.resolve(found === undefined ? undefined : (JSON.parse(found.text) as unknown))
    },
    list: (kind) => Promise.resolve([...kept.values()].filter((one) => one.kind === kind).map(({ name, text }) => ({ name, value: JSON.parse(text) as unknown }))),
    put: (kind, name, value) => {
      kept.set(placeOf(kind, name), { kind, name, text: JSON.stringify(value) })
      return Promise.resolve()
    },
    remove: (kind, name) => {
      kept.delete(placeOf(kind, name))
      return Promise.resolve()
    },
    destroy: () => {
      kept.clear()
      return Promise.resolve()
    },
  }
}
