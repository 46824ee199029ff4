import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRulebooks } from '#modules/evaluation/server/rulebook/index.ts'
import { daNang, konTum, school } from './regimes/local-regimes.ts'
import { collectives2018, collectives366, organisations335 } from './regimes/organisation-regimes.ts'
import { hoChiMinhCity, party366, sixGroups, thanhHoa } from './regimes/party-regimes.ts'
import { runCampaign } from './regimes/run-campaign.ts'
import { runRound } from './regimes/run-round.ts'
import { customs, dakLak, decree335, haNoi, hungYen } from './regimes/state-regimes.ts'
import { evaluationServer } from './setup/evaluation-campaigns.ts'

// Every expected score is worked out by hand beside its case, from the published facts of the regime and not from the program.

const campaigns = [decree335, customs, dakLak, hungYen, haNoi, hoChiMinhCity, party366, thanhHoa, sixGroups, daNang, school, konTum]
const rounds = [organisations335, collectives366, collectives2018]

const server = await evaluationServer(import.meta)
server.clock.now = new Date('2027-01-10T02:00:00Z')

test('every rulebook that ships has a whole campaign here', () => {
  const run = [...campaigns, ...rounds].map(({ rulebook }) => rulebook)
  assert.deepEqual(run.toSorted(), shippedRulebooks().map(({ id }) => id).toSorted())
})

for (const regime of campaigns) {
  test(`${regime.rulebook}: a campaign from the draft to what each person reads gives the points worked out by hand`, () => runCampaign(server, regime))
}

for (const round of rounds) {
  test(`${round.rulebook}: a round of organisations from the draft to what each head reads gives the points worked out by hand`, () => runRound(server, round))
}
