import type { Search } from '#ui/link.tsx'

/** An address inside the product. */
export interface Place {
  readonly to: string
  readonly search?: Search
}

/** Where the screens of evaluation live; every link of the module is made here. */
export const places = {
  myWork: (): Place => ({ to: '/' }),
  tasks: (search?: Search): Place => ({ to: '/tasks', ...(search ? { search } : {}) }),
  catalogue: (search?: Search): Place => ({ to: '/catalogue', ...(search ? { search } : {}) }),
  catalogueImport: (): Place => ({ to: '/catalogue/import' }),
  campaigns: (): Place => ({ to: '/evaluation' }),
  newCampaign: (): Place => ({ to: '/evaluation/campaigns/new' }),
  campaign: (campaignId: string, search?: Search): Place => ({ to: `/evaluation/campaigns/${campaignId}`, ...(search ? { search } : {}) }),
  sheet: (campaignId: string, personId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/sheets/${personId}` }),
  ratings: (campaignId: string, kind: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/ratings/${encodeURIComponent(kind)}` }),
  results: (campaignId: string, search?: Search): Place => ({ to: `/evaluation/campaigns/${campaignId}/results`, ...(search ? { search } : {}) }),
  result: (campaignId: string, personId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/results/${personId}` }),
  analysis: (campaignId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/analysis` }),
  meetings: (campaignId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/meetings` }),
  planMeeting: (campaignId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/meetings/new` }),
  meeting: (meetingId: string): Place => ({ to: `/evaluation/meetings/${meetingId}` }),
  changeMeeting: (meetingId: string): Place => ({ to: `/evaluation/meetings/${meetingId}/change` }),
  sheetFile: (campaignId: string): Place => ({ to: `/evaluation/campaigns/${campaignId}/sheet-file` }),
  rounds: (): Place => ({ to: '/evaluation/units' }),
  newRound: (): Place => ({ to: '/evaluation/units/new' }),
  round: (unitCampaignId: string): Place => ({ to: `/evaluation/units/${unitCampaignId}` }),
  unitFile: (unitCampaignId: string, unitId: string): Place => ({ to: `/evaluation/units/${unitCampaignId}/${unitId}` }),
  petitions: (): Place => ({ to: '/evaluation/petitions' }),
  rulebooks: (): Place => ({ to: '/evaluation/rulebooks' }),
  rulebook: (rulebookId: string, version?: string): Place => ({ to: `/evaluation/rulebooks/${rulebookId}`, ...(version === undefined ? {} : { search: { version } }) }),
  edition: (editionId: string): Place => ({ to: `/evaluation/rulebook-editions/${editionId}` }),
  history: (personId: string): Place => ({ to: `/evaluation/people/${personId}/history` }),
} as const
