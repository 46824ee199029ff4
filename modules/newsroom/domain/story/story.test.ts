import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { titlesOn, type StoryPerson } from './story-person.ts'
import { proposeSlug } from './story.ts'

const person: StoryPerson = {
  id: 'p1',
  name: 'Hồ Thị Mẫu',
  titles: [
    { title: 'Phó Chủ tịch UBND', organisation: 'xã Suối Đá', from: calendarDate('2016-01-01'), to: calendarDate('2018-06-30') },
    { title: 'Chủ tịch UBND', organisation: 'xã Suối Đá', from: calendarDate('2018-07-01'), to: null },
  ],
}

test('a person has the title of the day, on the last day of the old one too, and none before', () => {
  const titles = (day: string): string[] => titlesOn(person, calendarDate(day)).map(({ title }) => title)
  assert.deepEqual(titles('2018-06-30'), ['Phó Chủ tịch UBND'])
  assert.deepEqual(titles('2018-07-01'), ['Chủ tịch UBND'])
  assert.deepEqual(titles('2015-12-31'), [])
})

test('a slug is letters and hyphens, cut between words', () => {
  assert.equal(proposeSlug('Nông thôn mới: Xã Suối Đá giữ nhịp'), 'nong-thon-moi-xa-suoi-da-giu-nhip')
  assert.equal(proposeSlug('Nông thôn mới: Xã Suối Đá', 14), 'nong-thon-moi')
  assert.equal(proposeSlug('…'), '')
})
