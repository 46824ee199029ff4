import { calendarDate } from '#kernel/calendar-date.ts'
import type { ExchangedStory } from '../exchanged-story.ts'

/** A story with every kind of block, names and signs that formats stumble over. */
export const exchanged: ExchangedStory = {
  id: '0198a000-0000-7000-8000-000000000001',
  version: 3,
  firstCreated: '2018-10-18T16:44:00+07:00',
  versionCreated: '2018-10-19T06:54:00+07:00',
  approvedToAir: true,
  provider: 'Đài Phát thanh & Truyền hình Mẫu',
  author: 'Tô Thử',
  slug: 'chi-bo-thon-1810',
  hash: 'ab'.repeat(32),
  content: {
    title: 'Chi bộ thôn "đổi mới" sinh hoạt <định kỳ>',
    column: 'Xây dựng Đảng',
    category: 'Chính trị',
    people: [{ id: 'p1', name: 'Hồ Thị Mẫu', titles: [{ title: 'Bí thư Đảng ủy', organisation: 'xã Suối Đá', from: calendarDate('2016-01-01'), to: null }] }],
    blocks: [
      { kind: 'greeting', id: 'b1', cuttable: false, text: 'Thưa quý vị và các bạn!' },
      { kind: 'lead_in', id: 'b2', cuttable: false, text: 'Chi bộ thôn vừa đổi mới cách sinh hoạt.' },
      { kind: 'presenter_note', id: 'b3', cuttable: false, text: 'Đọc chậm.' },
      { kind: 'film_start', id: 'b4', cuttable: false, mediaId: null },
      { kind: 'voice_over', id: 'b5', cuttable: true, text: 'Năm 2018 chi bộ kết nạp 5 đảng viên, tăng 7,12% so với năm 2017.\nThu ngân sách & chi thường xuyên < 2.784 tỷ đồng.' },
      { kind: 'question', id: 'b6', cuttable: false, personId: 'p1', text: 'Chi bộ đã làm gì?' },
      { kind: 'super', id: 'b7', cuttable: false, personId: 'p1', name: 'Hồ Thị Mẫu', title: 'Bí thư Đảng ủy', organisation: 'xã Suối Đá' },
      { kind: 'soundbite', id: 'b8', cuttable: false, personId: 'p1', inMs: 1000, outMs: 13_000, inWords: 'Chúng tôi', outWords: 'cụ thể', verbatim: 'Chúng tôi giao cho mỗi đảng viên một việc cụ thể.' },
      { kind: 'graphic', id: 'b9', cuttable: false, text: '5 đảng viên mới' },
      { kind: 'closing', id: 'b10', cuttable: false, text: 'Xin cảm ơn quý vị đã theo dõi.' },
    ],
  },
}

const { content } = exchanged
const [person] = content.people

/** The shapes in which a story leaves, by what is unusual about it. */
export const exchangedStories: Readonly<Record<string, ExchangedStory>> = {
  'with everything': exchanged,
  'bare': { ...exchanged, approvedToAir: false, firstCreated: null, provider: null, author: null, hash: null, content: { ...content, column: null, category: null, people: [], blocks: [] } },
  'names on several lines': {
    ...exchanged,
    provider: 'Đài\nMẫu',
    author: ' Tô\tThử',
    slug: 'chi-bo\n1810',
    content: { ...content, title: 'Chi bộ\nđổi mới', column: 'Xây dựng\r\nĐảng', category: 'Chính\ttrị', people: content.people.map((each) => ({ ...each, name: 'Hồ Thị\nMẫu' })) },
  },
  'several people': {
    ...exchanged,
    content: { ...content, people: ['Hồ Thị Mẫu', 'Lê Văn Ví Dụ', 'Nguyễn Thị "Thử" & Cộng sự'].map((name, at) => ({ id: `p${at + 1}`, name, titles: person?.titles ?? [] })) },
  },
  'no slug, nobody on film': { ...exchanged, slug: '', content: { ...content, people: [], blocks: content.blocks.filter(({ kind }) => kind === 'greeting' || kind === 'closing') } },
  'an old record, a paragraph empty': { ...exchanged, content: { ...content, blocks: [{ kind: 'unclassified', id: 'b1', cuttable: false, line: 1, text: 'Thưa quý vị!\n\nPhim: < 5 phút &\u0007 hơn' }] } },
  'a correction, in another zone': { ...exchanged, version: 12, firstCreated: '2018-10-18T09:44:00.000Z', versionCreated: '2018-10-25T02:00:00.125Z', content: { ...content, title: `Cải chính: ${content.title}` } },
}
