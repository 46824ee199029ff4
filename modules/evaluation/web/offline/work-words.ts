/** What unsent work is called in the list of unsent changes; kept with the work, in both languages. */
export const sentWords = {
  sheet: {
    self: { vi: 'Phiếu tự chấm điểm', en: 'Own sheet' },
    superior: { vi: 'Phiếu cấp trên chấm điểm', en: 'Superior’s sheet' },
  },
  unitSheet: {
    self: { vi: 'Phiếu tự đánh giá của tổ chức', en: 'Organisation’s own sheet' },
    recogniser: { vi: 'Phiếu chấm điểm tổ chức', en: 'Recogniser’s sheet on an organisation' },
  },
  rating: { vi: 'Phiếu chấm điểm có ghi tên', en: 'Named ratings' },
  unnamedRatings: { vi: 'Phiếu chấm điểm kín', en: 'Unnamed ratings' },
  taskResult: { vi: 'Kết quả nhiệm vụ', en: 'Task result' },
  rulebookDraft: { vi: 'Bản thảo bộ quy định', en: 'Rulebook draft' },
  adHoc: { vi: 'Việc đột xuất', en: 'Ad hoc work' },
} as const
