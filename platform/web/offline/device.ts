import { createContext, use } from 'react'
import { actAs } from '../client.ts'
import type { Device, DeviceSetting } from './open-device.ts'
import { forgetAccount, rememberAccount } from './remembered.ts'

export type { Device } from './open-device.ts'

const channelName = 'thuocdo.device'
let current: { readonly accountId: string; readonly device: Promise<Device> } | undefined

/** Opens the device for the account signed in; the code for it is fetched only now. The same account gets the same one. */
export function openDevice(accountId: string, setting: DeviceSetting): Promise<Device> {
  if (current?.accountId === accountId) return current.device
  if (current !== undefined) {
    // Another account begins on a fresh page: nothing of the first one is left in this one's memory.
    location.reload()
    return new Promise(() => undefined)
  }
  rememberAccount(accountId)
  actAs(accountId)
  const device = import('./open-device.ts').then(({ makeDevice }) => makeDevice(accountId, setting))
  current = { accountId, device }
  return device
}

/** The device of the account signed in, or undefined before anybody is. */
export function deviceNow(): Promise<Device> | undefined {
  return current?.device
}

/**
 * On logging out: destroys the key and everything kept for the account, here and for its other windows, which close
 * their page.
 */
export async function destroyDevice(): Promise<void> {
  const left = current
  current = undefined
  forgetAccount()
  if (left === undefined) return
  const { outbox, vault } = await left.device
  outbox.close()
  await vault.destroy()
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(left.accountId)
  channel.close()
}

/** Tells when another window of this browser logged the account out; answers how to stop. */
export function watchDeviceDestroyed(accountId: string, onDestroyed: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === accountId) onDestroyed()
  }
  return () => channel.close()
}

/** Set by the shell around every signed-in page. */
export const DeviceContext = createContext<Promise<Device> | undefined>(undefined)

/** The device of the account signed in; suspends until it is open. Only below the shell. */
export function useDevice(): Device {
  const device = use(DeviceContext)
  if (device === undefined) throw new Error('useDevice is used outside the signed-in shell')
  return use(device)
}
