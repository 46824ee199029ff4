import { cellAt, memberAt, parseTable } from '#modules/organisation/sample/parse-table.ts'

/** How well the person works in the sample: E ≥ 90, G 70–<90, C 50–<70, N < 50 each month. */
export const sampleProfiles = ['E', 'G', 'C', 'N'] as const
export type SampleProfile = (typeof sampleProfiles)[number]

export interface SampleAssignment {
  readonly person: string
  /** Prefixes of the product codes the person works on, besides the shared part B.I. */
  readonly blocks: readonly string[]
  readonly profile: SampleProfile
}

// person | blocks of the catalogue | profile
const assignmentTable = `
003|A DV|E
004|A DV|G
005|DV|G
006|DV|G
007|DV|G
008|DV|G
009|DV TC|C
010|A XT XG|E
011|A XT XG|G
012|XT|G
013|XT|E
014|XG|G
015|XG|G
016|XG|G
018|A XK|G
019|XK|G
020|XK|C
021|XK|G
031|A VT CD|G
032|A VT HD|E
033|A TP TC|G
034|TP|E
035|TP|G
036|VT|C
037|VT|G
038|CD|G
039|KV|G
040|TC|G
041|HD|G
042|VT KD|G
043|A TK NN|G
044|A TK|E
045|A NN MO|G
046|DD|E
047|DD|G
048|XD|E
049|XD|G
050|TK|G
051|TK|E
052|NN|G
053|NN|C
054|MO|G
055|PT NN|G
056|KD|E
057|GN|G
058|KD|G
059|A NV LD|G
060|A NV GD|G
061|A VH YT|G
062|NV|E
063|GD|G
064|GD|G
065|YT|G
066|VH|C
067|VH|G
068|DT|G
069|LD|G
070|LD|E
071|LD|G
072|TT|G
073|LD|N
074|NV TT|G
075|A MC|G
076|MC TP|G
077|MC DD|G
078|MC CD|G
079|MC LD|C
080|MC|G
081|MC KD|N
082|A QS CA|G
083|A QS CA|G
097|MT|G
098|MT|C
099|MT|G
101|HN|G
103|HP|G
105|HT|G
107|HC|G
`

/** What each civil servant of the sample works on and how well. */
export const sampleAssignments: ReadonlyMap<string, SampleAssignment> = new Map(
  parseTable(assignmentTable, 3).map((row) => {
    const person = `CL${cellAt(row, 0)}`
    return [person, { person, blocks: cellAt(row, 1).split(' '), profile: memberAt(row, 2, sampleProfiles) }]
  }),
)
