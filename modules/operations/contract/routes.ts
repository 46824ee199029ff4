import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { concernKinds } from '../domain/concerns.ts'

const room = z.object({ folder: z.string(), freeBytes: z.number(), totalBytes: z.number() })

const backupView = z.object({
  file: z.string(),
  purpose: z.enum(['scheduled', 'asked', 'before-upgrade', 'before-restore']),
  takenAt: z.iso.datetime(),
  bytes: z.number(),
  rows: z.number().int(),
  storedFiles: z.number().int(),
  verifiedAt: z.iso.datetime().nullable(),
  damaged: z.number().int(),
})

export const operationsRoutes = defineRoutes({
  operationsStatus: {
    method: 'GET',
    path: '/api/operations/status',
    summary: 'How the installation is: database, disk, backups, certificate, ledger, and what needs care',
    permission: 'operations:watch',
    reply: z.object({
      now: z.iso.datetime(),
      program: z.object({ version: z.string(), node: z.string(), startedAt: z.iso.datetime(), memoryBytes: z.number() }),
      database: z.object({ embedded: z.boolean(), version: z.string(), bytes: z.number(), connections: z.number().int(), lastMigration: z.string(), migratedAt: z.iso.datetime() }),
      disks: z.array(room),
      backups: z.object({
        /** Minute of the Vietnamese day; null when none are planned. */
        plannedMinute: z.number().int().nullable(),
        lastVerified: backupView.nullable(),
        lastFailure: z.object({ at: z.iso.datetime(), problem: z.string() }).nullable(),
        recent: z.array(backupView),
      }),
      certificate: z.object({ subject: z.string(), names: z.string(), validTo: z.iso.datetime() }).nullable(),
      ledger: z.object({ unsealed: z.number().int(), oldest: z.iso.datetime().nullable() }),
      concerns: z.array(z.object({ kind: z.enum(concernKinds), grave: z.boolean() })),
    }),
    refusals: [],
  },
})
