import { Button } from '@mantine/core'
import { IconUpload } from '#ui/icons.tsx'
import { useState } from 'react'
import { parseIsoDate } from '#kernel/calendar-date.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import type { Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { libraryUses, rightsEnds } from '../../domain/media/library.ts'
import { rightsColours } from '../../domain/media/rights.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { storyPlace } from '../places.ts'
import type { LibraryItem } from './media-item.ts'
import { CutOff, MediaFacts, mediaTones } from './media-row.tsx'
import { MediaRoom } from './media-room.tsx'
import { libraryText, mediaText, removalText } from './messages.ts'
import { PlayerDialog } from './player-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RemovedNote } from './removed-note.tsx'
import { RightsDialog } from './rights-dialog.tsx'
import { RightsBadge } from './rights-fields.tsx'
import { SendDialog } from './send-dialog.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { useUploads } from './use-uploads.ts'

const filters = { name: textFilter(), story: textFilter(), owner: textFilter(), colour: choiceFilter(rightsColours), ends: choiceFilter(rightsEnds), use: choiceFilter(libraryUses), from: textFilter(), to: textFilter() }

/** Kho phim: all films and sound one may see, what they take up, and what nobody needs. */
export function LibraryPage() {
  const words = useText(libraryText)
  const media = useText(mediaText)
  const removal = useText(removalText)
  const { refusals } = useText(newsroomText)
  const { today, personId } = useSession()
  const mayWrite = useMay('newsroom:write') && personId !== null
  const refresh = useRefresh()
  const uploads = useUploads()
  const { values, set, clear, active } = useFilters(filters)
  const query = { ...values, from: parseIsoDate(values.from ?? ''), to: parseIsoDate(values.to ?? '') }
  const list = useLoadPages(mediaRoutes.searchMedia, { query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) })
  const [played, setPlayed] = useState<LibraryItem | null>(null)
  const [righted, setRighted] = useState<LibraryItem | null>(null)
  const [removed, setRemoved] = useState<LibraryItem | null>(null)
  const [sending, setSending] = useState(false)
  const changed = () => void refresh(mediaRoutes.searchMedia, mediaRoutes.listMedia, mediaRoutes.getMediaRoom)
  const columns: Column<LibraryItem>[] = [
    {
      key: 'name',
      header: words.film,
      lead: true,
      cell: (row) => (
        <>
          {row.name}
          <MediaFacts item={row} />
          <RemovedNote item={row} />
          {row.state === 'uploading' && <UploadProgress item={row} uploads={uploads} />}
        </>
      ),
    },
    { key: 'stories', header: words.stories, width: '180px', cell: (row) => <Stories row={row} /> },
    {
      key: 'rights',
      header: words.standing,
      width: '170px',
      cell: (row) => (
        <>
          {row.state !== 'ready' && <StatusBadge tone={mediaTones[row.state]}>{media.states[row.state]}</StatusBadge>}
          <RightsBadge rights={row.rights} day={today} />
          <CutOff item={row} />
        </>
      ),
    },
    { key: 'brought', header: words.brought, width: '140px', cell: (row) => `${showMoment(row.begunAt)} ${row.uploadedBy.name}` },
    {
      key: 'actions',
      header: media.play,
      actions: true,
      cell: (row) => (
        <>
          {row.state === 'ready' && (
            <Button size="sm" variant="subtle" onClick={() => setPlayed(row)} aria-label={media.playName(row.name)}>
              {media.play}
            </Button>
          )}
          {row.can.setRights && (
            <Button size="sm" variant="subtle" onClick={() => setRighted(row)} aria-label={`${media.rights}: ${row.name}`}>
              {media.rights}
            </Button>
          )}
          {row.can.remove && (
            <Button size="sm" variant="subtle" onClick={() => setRemoved(row)} aria-label={removal.removeName(row.name)}>
              {removal.remove}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        mayWrite && (
          <Button leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={() => setSending(true)}>
            {words.send}
          </Button>
        )
      }
    >
      <NewsroomNav />
      <MediaRoom onRemovable={() => set({ use: 'removable' })} />
      <FilterBar active={active} onClear={clear}>
        <SearchField label={words.name} value={values.name ?? ''} onChange={(name) => set({ name })} autoFocus />
        <SearchField label={words.story} value={values.story ?? ''} onChange={(story) => set({ story })} />
        <SearchField label={media.owner} value={values.owner ?? ''} onChange={(owner) => set({ owner })} />
        <SelectField label={media.rights} value={values.colour ?? null} none={words.all} onChange={(colour) => set({ colour: colour ?? undefined })} choices={rightsColours.map((value) => ({ value, label: media.colours[value] }))} />
        <SelectField label={words.ends} value={values.ends ?? null} none={words.all} onChange={(ends) => set({ ends: ends ?? undefined })} choices={rightsEnds.map((value) => ({ value, label: words.endsOf[value] }))} />
        <SelectField label={words.use} value={values.use ?? null} none={words.all} onChange={(use) => set({ use: use ?? undefined })} choices={libraryUses.map((value) => ({ value, label: words.uses[value] }))} />
        <DateField label={words.from} value={values.from ?? null} max={today} onChange={(from) => set({ from: from ?? undefined })} />
        <DateField label={words.to} value={values.to ?? null} max={today} onChange={(to) => set({ to: to ?? undefined })} />
      </FilterBar>
      <ListTable list={list} refusals={refusals} loadingRows={6} caption={words.title} columns={columns} rowKey={(row) => row.id} none={words.none} noneBody={words.noneBody} />
      {played !== null && <PlayerDialog item={played} blocks={[]} films={new Map()} readOnly onBlocks={() => undefined} onPicture={changed} onClose={() => setPlayed(null)} />}
      {righted !== null && (
        <RightsDialog
          item={righted}
          onClose={() => setRighted(null)}
          onSaved={() => {
            setRighted(null)
            changed()
          }}
        />
      )}
      {removed !== null && <RemoveDialog item={removed} onRemoved={changed} onClose={() => setRemoved(null)} />}
      {sending && (
        <SendDialog
          storyId={null}
          onBegun={(id, file) => {
            uploads.send(id, file)
            changed()
          }}
          onClose={() => setSending(false)}
        />
      )}
    </Page>
  )
}

/** The stories that show a film, or had it brought for them. */
function Stories({ row: { stories } }: { row: LibraryItem }) {
  const words = useText(libraryText)
  if (stories.length === 0) return <span className="td-quiet">{words.noStory}</span>
  return (
    <>
      {stories.map((story) => (
        <div key={story.id}>
          <Link to={storyPlace(story.id)}>{story.title}</Link>
          {!story.shows && <span className="td-quiet td-small"> {words.notShown}</span>}
        </div>
      ))}
    </>
  )
}
