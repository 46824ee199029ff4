/** Acts of this module that need two persons, as the page of approvals names them. */
export const evaluationApprovals = {
  'evaluation.campaign.reopened': {
    name: { vi: 'Mở lại đợt đánh giá đã tổng hợp', en: 'Reopen a compiled campaign' },
    place: campaignOf,
  },
  'evaluation.results.exported': {
    name: { vi: 'Xuất danh sách kết quả của cả đợt', en: 'Export the list of results of a whole campaign' },
    place: campaignOf,
    fileName: 'danh-sach-ket-qua.xlsx',
  },
} as const

function campaignOf(address: string): string | undefined {
  const id = /\/campaigns\/([0-9a-f-]{36})\//.exec(address)?.[1]
  return id === undefined ? undefined : `/evaluation/campaigns/${id}`
}
