import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import type { PostView, UnitView } from '../../contract/views.ts'
import { holdingStatusTerms, postRoleTerms, termOf } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { unitText } from './messages.ts'
import c from './unit.module.css'

interface UnitPostsProps {
  unit: UnitView
  date: string | undefined
  onAppoint: (post: PostView) => void
  onEdit: (post: PostView) => void
  onEnd: (post: PostView) => void
}

/** The posts of a unit on the day, and who holds them. */
export function UnitPosts({ unit, date, onAppoint, onEdit, onEnd }: UnitPostsProps) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <DataTable
      caption={words.posts}
      rows={unit.posts}
      rowKey={(post) => post.id}
      empty={<EmptyState title={words.noPosts}>{unit.can.manage ? words.noPostsBody : undefined}</EmptyState>}
      columns={[
        {
          key: 'title',
          header: shared.post,
          cell: (post) => (
            <div className={c.post}>
              <span className={c.postTitle}>{post.title}</span>
              <span className="td-quiet td-small">
                {[post.code, termOf(postRoleTerms, post.role, language), post.peerGroup, ...(post.isLeader ? [words.leader] : []), ...(post.publicContact ? [words.contact] : [])].filter((part) => part !== '').join(' · ')}
              </span>
            </div>
          ),
        },
        { key: 'holders', header: words.holders, cell: (post) => <Holders post={post} date={date} /> },
        { key: 'places', header: words.places, align: 'right', cell: (post) => words.held(post.holders.length, post.places) },
        ...(unit.can.manage
          ? [
              {
                key: 'actions',
                header: words.actions,
                actions: true,
                cell: (post: PostView) => (
                  <div className={c.actions}>
                    <Button variant={post.holders.length < post.places ? 'default' : 'subtle'} size="compact-sm" aria-label={words.appointTo(post.title)} onClick={() => onAppoint(post)}>
                      {words.appoint}
                    </Button>
                    <Button variant="subtle" size="compact-sm" aria-label={words.editPost(post.title)} onClick={() => onEdit(post)}>
                      {words.edit}
                    </Button>
                    <Button variant="subtle" size="compact-sm" aria-label={words.endThisPost(post.title)} onClick={() => onEnd(post)}>
                      {words.endPost}
                    </Button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Holders({ post, date }: { post: PostView; date: string | undefined }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const language = useLanguage()
  if (post.holders.length === 0) return <StatusBadge tone="warn">{words.vacant}</StatusBadge>
  return (
    <ul className={c.holders}>
      {post.holders.map((holder) => (
        <li key={holder.holdingId}>
          <Link {...places.person(holder.person.id, date)}>{holder.person.fullName}</Link>
          <span className={`${c.since} td-quiet td-small`}>
            {[termOf(holdingStatusTerms, holder.status, language), shared.since(showDate(holder.from)), ...(holder.isPrimary ? [] : [words.side])].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
