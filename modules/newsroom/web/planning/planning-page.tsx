import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { addDays, parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { showDate } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useHotkeys } from '#ui/use-hotkeys.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { mondayOf, weekOf } from '../../domain/planning/week.ts'
import { isoWeekdays } from '../desk/use-weekdays.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { AssignmentDialog } from './assignment-dialog.tsx'
import { AssignmentRow } from './assignment-row.tsx'
import { planningText } from './messages.ts'
import type { Assignment } from './planning-view.ts'
import c from './planning.module.css'

const filters = { day: textFilter() }

/** What the dialog is about: an assignment, or a new one of a day. */
type Opened = { readonly old?: Assignment; readonly day: CalendarDate }

/** Kế hoạch tuần: the assignments of a week, day by day. */
export function PlanningPage() {
  const words = useText(planningText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const { values, set } = useFilters(filters)
  const monday = mondayOf(parseIsoDate(values.day ?? '') ?? today)
  const days = weekOf(monday)
  const week = useLoad(planningRoutes.getWeek, { query: { day: monday } }, { every: 60_000 })
  const [opened, setOpened] = useState<Opened>()
  const units = week.data?.plansFor ?? []
  const plans = units.length > 0
  const items = week.data?.monday === monday ? week.data.items : undefined
  const goTo = (day: CalendarDate) => set({ day: mondayOf(day) === mondayOf(today) ? undefined : day })
  const dayToPlan = days.includes(today) ? today : monday
  useHotkeys({
    '[': () => goTo(addDays(monday, -7)),
    ']': () => goTo(addDays(monday, 7)),
    t: () => goTo(today),
    ...(plans ? { n: () => setOpened({ day: dayToPlan }) } : {}),
  })
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        plans && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpened({ day: dayToPlan })}>
            {words.add}
          </Button>
        )
      }
    >
      <NewsroomNav />
      <div className={c.week}>
        <Button variant="default" size="sm" onClick={() => goTo(addDays(monday, -7))} leftSection={<IconChevronLeft size={16} aria-hidden="true" />}>
          {words.previous}
        </Button>
        <strong>{words.weekOf(showDate(monday), showDate(addDays(monday, 6)))}</strong>
        <Button variant="default" size="sm" onClick={() => goTo(addDays(monday, 7))} rightSection={<IconChevronRight size={16} aria-hidden="true" />}>
          {words.following}
        </Button>
        {mondayOf(today) !== monday && (
          <Button variant="subtle" size="sm" onClick={() => goTo(today)}>
            {words.thisWeek}
          </Button>
        )}
      </div>
      <ErrorNotice error={week.error} refusals={refusals} onRetry={() => void week.refetch()} />
      {items === undefined && week.error === null && <LoadingRows rows={7} />}
      {items !== undefined &&
        days.map((day, at) => {
          const ofDay = items.filter(({ onDate }) => onDate === day)
          return (
            <section key={day} className={`td-panel ${c.panel}`} data-today={day === today || undefined}>
              <div className={c.day}>
                <h2>
                  {words.weekdays[isoWeekdays[at] ?? 1]} {showDate(day)}
                  {day === today && <StatusBadge tone="info">{words.today}</StatusBadge>}
                  {ofDay.length === 0 && <span className="td-quiet td-small">{words.nothing}</span>}
                </h2>
                {plans && (
                  <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} aria-label={words.addOn(showDate(day))} onClick={() => setOpened({ day })}>
                    {words.addHere}
                  </Button>
                )}
              </div>
              {ofDay.length > 0 && (
                <ul className={c.rows}>
                  {ofDay.map((assignment) => (
                    <AssignmentRow key={assignment.id} assignment={assignment} onChange={() => setOpened({ old: assignment, day })} />
                  ))}
                </ul>
              )}
            </section>
          )
        })}
      <p className={`${c.keys} td-quiet td-small`}>{words.keys}</p>
      {opened !== undefined && <AssignmentDialog units={units} old={opened.old} day={opened.day} others={items ?? []} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}
