import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sealTenant } from '#platform/audit/seal.ts'
import { verifyExport } from '#platform/audit/verify-export.ts'
import { exportLedger } from '#platform/audit/write-export.ts'
import { readerOf } from '#platform/db/database.ts'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { actOnRound, decideUnit, nodeOf, openRound, scoreUnit } from '#tests/setup/unit-rounds.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'

const server = await evaluationServer(import.meta)

test('levels of organisations made known, and the one that replaces another, stand under roots that an export proves', async () => {
  const commune = await smallCommune(server)
  const { as, units, tenantId } = commune
  const round = await openRound(commune)
  await scoreUnit(round, as.officeHead, as.chair, units.VP)
  await scoreUnit(round, as.divisionHead, as.chair, units.KT)
  await scoreUnit(round, as.chair, as.divisionHead, units.XA)
  for (const [by, unit] of [[as.chair, units.VP], [as.chair, units.KT], [as.divisionHead, units.XA]] as const) await decideUnit(by, round, unit, 'good', 'Theo kết quả thực hiện nhiệm vụ')
  await actOnRound(as.officer, round, 'publish')
  const node = await nodeOf(as.chair, round, units.VP)
  await as.chair.call(unitRoutes.replaceUnitLevel, { params: { unitCampaignId: round, unitId: units.VP }, body: { version: node.version, level: 'completed', reason: 'Theo kết luận kiểm tra sau công bố' } })

  const trees = await server.inTenant(tenantId, (tx) => tx.selectFrom('ledger_tree').where('tenant_id', '=', tenantId).select(['id', 'subject_kind', 'subject_id', 'size']).orderBy('id').execute())
  assert.deepEqual(trees.map((tree) => [tree.subject_kind, tree.subject_id, tree.size]), [['unit-campaign', round, 3], ['unit', units.VP, 1]])
  await sealTenant(server.db, tenantId, null, server.clock.now)
  const exported = await server.inTenant(tenantId, (tx) => exportLedger(readerOf(tx), tenantId, 1, server.clock.now))
  const lines = strFromU8(unzipSync(exported!.bytes)['ledger.jsonl']!).trim().split('\n')
  const report = await verifyExport(lines)
  assert.deepEqual([report.broken, report.sets], [null, 2])
})
