import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import type { Desk } from './desk-view.ts'
import { DictionaryTab } from './dictionary-tab.tsx'
import { HeadingsTab } from './headings-tab.tsx'
import { deskText } from './messages.ts'
import { ProgrammesTab } from './programmes-tab.tsx'
import { ReadersTab } from './readers-tab.tsx'

const tabs = ['column', 'category', 'programme', 'dictionary', 'readers'] as const
const tabFilter = { tab: choiceFilter(tabs) }

/** Chuyên mục và chương trình: the lists the newsroom files its work under, how abbreviations are said, and who reads how fast. */
export function DeskPage() {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { values, set } = useFilters(tabFilter)
  const desk = useLoad(deskRoutes.getDesk, {})
  const mayKeep = useMay('newsroom:desk')
  const shown = tabs.filter((each) => each !== 'readers' || mayKeep)
  const tab = values.tab !== undefined && shown.includes(values.tab) ? values.tab : 'column'
  const listed = (draw: (desk: Desk) => ReactNode) => (desk.data === undefined ? desk.error === null && <LoadingRows rows={6} /> : draw(desk.data))
  return (
    <Page title={words.title} description={words.description}>
      <NewsroomNav />
      <ErrorNotice error={desk.error} refusals={refusals} onRetry={() => void desk.refetch()} />
      <Tabs value={tab} onChange={(next) => set({ tab: tabs.find((each) => each === next) })} keepMounted={false}>
        <Tabs.List aria-label={words.title}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="column" pt="md">
          {listed((data) => <HeadingsTab kind="column" desk={data} />)}
        </Tabs.Panel>
        <Tabs.Panel value="category" pt="md">
          {listed((data) => <HeadingsTab kind="category" desk={data} />)}
        </Tabs.Panel>
        <Tabs.Panel value="programme" pt="md">
          {listed((data) => <ProgrammesTab desk={data} />)}
        </Tabs.Panel>
        <Tabs.Panel value="dictionary" pt="md">
          <DictionaryTab />
        </Tabs.Panel>
        <Tabs.Panel value="readers" pt="md">
          {mayKeep && <ReadersTab />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
