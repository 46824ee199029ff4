import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { benchCloseCampaign } from './close-campaign.ts'
import { benchFirstScreen } from './first-screen.ts'
import { benchForms } from './forms.ts'
import { rowOf, type Finding } from './measure.ts'
import { benchLiveUpdate } from './newsroom-live-update.ts'
import { benchOpenRundown } from './newsroom-open-rundown.ts'
import { benchSearch } from './newsroom-search.ts'
import { benchTiming } from './newsroom-timing.ts'
import { benchTyping } from './newsroom-typing.ts'
import { benchUpload } from './newsroom-upload.ts'
import { benchRaterSeverity } from './rater-severity.ts'
import { benchResultsList } from './results-list.ts'
import { benchSaveSheet } from './save-sheet.ts'
import { benchScoreSheets } from './score-sheets.ts'
import { benchWarmStart } from './warm-start.ts'
import { benchWeakPhone } from './weak-phone.ts'
import { openWorld, type World } from './world.ts'

const runs = 3
const given = process.argv.slice(2)
const wanted = given.filter((each) => !/^\d+$/.test(each))
const smaller = given.find((each) => !wanted.includes(each))
/** Another size than the full one while working on a section: subjects, words, stories, screens, scripts, MiB (`bench/main.ts i 500`). */
const size = smaller === undefined ? undefined : Number(smaller)

/** Which sections to run: all, or the letters given. */
function wants(letter: string): boolean {
  return wanted.length === 0 || wanted.includes(letter)
}

async function inWorld<Result>(work: (world: World) => Promise<Result>): Promise<Result> {
  const world = await openWorld()
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

const findings: Finding[] = []
function report(...found: Finding[]): void {
  for (const one of found) {
    findings.push(one)
    process.stdout.write(`${rowOf(one)}\n${one.notes.map((note) => `    ${note}\n`).join('')}`)
  }
}

if (wants('a')) report(await inWorld((world) => benchSaveSheet(world, runs)))
if (wants('b')) report(await inWorld((world) => benchScoreSheets(world, runs)))
if (wants('c')) report(...(await inWorld((world) => benchResultsList(world, runs))))
if (wants('d')) report(await benchWarmStart(runs))
if (wants('e')) report(await inWorld((world) => benchFirstScreen(world)))
if (wants('f')) report(await benchForms(runs))
if (wants('g')) report(await inWorld((world) => benchWeakPhone(world, runs)))
if (wants('h')) report(benchRaterSeverity(runs))
if (wants('i') || wants('j')) report(...(await inWorld((world) => benchCloseCampaign(world, runs, size))))
if (wants('k')) report(...(await inWorld((world) => benchTyping(world, runs, size))))
if (wants('l')) report(...(await inWorld((world) => benchOpenRundown(world, runs, size))))
if (wants('m')) report(...(await inWorld((world) => benchLiveUpdate(world, runs, size))))
if (wants('n')) report(benchTiming(runs, size))
if (wants('o')) report(...(await inWorld((world) => benchSearch(world, runs, size))))
if (wants('p')) report(...(await inWorld((world) => benchUpload(world, runs, size))))

if (given.length === 0) {
  const [cpu] = os.cpus()
  const text = `# Benchmarks

Written by \`npm run bench\`: everything in one run on one machine, ${runs} runs, the median in bold. Ratios against a limit measured in the same run; never a timed test.
Machine: ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()}, Node ${process.version}. Load generator, server and PostgreSQL (embedded, fsync on) share it.

| | what | goal | median | runs | |
|---|---|---|---|---|---|
${findings.map(rowOf).join('\n')}

## Behind the figures

${findings.filter((one) => one.notes.length > 0).map((one) => `**${one.id}**\n${one.notes.map((note) => `- ${note}`).join('\n')}`).join('\n\n')}

`
  // What people found out about the limits is kept beside the bench and printed with every run.
  const limits = readFileSync(path.join(import.meta.dirname, 'limits.md'), 'utf8')
  writeFileSync(path.join(import.meta.dirname, '../docs/benchmarks.md'), text + limits)
}
