import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { identityRoutes } from '../../contract/identity-routes.ts'
import type { IdentityView } from '../../contract/views.ts'
import { codesOf, identityTerms, termOf, type IdentityKind } from '../../domain/reference-lists.ts'
import { doubtWords, refusalTexts } from '../refusal-words.ts'
import { personText } from './messages.ts'

interface IdentityNumbersProps {
  personId: PersonId
  identity: readonly IdentityView[]
  canManage: boolean
  onEdit: (kind: IdentityKind) => void
  onRemove: (kind: IdentityKind) => void
}

/** Số định danh: hidden but for the last digits; a whole number only when asked for, and that is in the ledger. */
export function IdentityNumbers({ personId, identity, canManage, onEdit, onRemove }: IdentityNumbersProps) {
  const words = useText(personText)
  const language = useLanguage()
  const shown = codesOf(identityTerms).filter((kind) => canManage || kind === 'personal_id' || identity.some((stored) => stored.kind === kind))
  return (
    <Section title={words.identity} description={words.identityHint}>
      <Facts
        items={shown.map((kind) => {
          const stored = identity.find((one) => one.kind === kind)
          const label = termOf(identityTerms, kind, language)
          return {
            label,
            value: (
              <div className="td-stack-tight">
                {stored === undefined ? words.unknown : <Stored key={stored.version} personId={personId} stored={stored} label={label} />}
                {canManage && (
                  <div className="td-row">
                    <Button variant="subtle" size="compact-sm" aria-label={stored === undefined ? words.enterNumberOf(label) : words.correctNumberOf(label)} onClick={() => onEdit(kind)}>
                      {stored === undefined ? words.enterNumber : words.edit}
                    </Button>
                    {stored !== undefined && (
                      <Button variant="subtle" size="compact-sm" aria-label={words.removeNumberOf(label)} onClick={() => onRemove(kind)}>
                        {words.remove}
                      </Button>
                    )}
                  </div>
                )}
              </div>
            ),
          }
        })}
      />
    </Section>
  )
}

/** A number as dots and three digits, or whole for as long as the reader leaves it open. */
function Stored({ personId, stored, label }: { personId: PersonId; stored: IdentityView; label: string }) {
  const words = useText(personText)
  const refusals = useText(refusalTexts)
  const doubts = useText(doubtWords)
  const [whole, setWhole] = useState<string>()
  const { act, busy, error } = useAct(
    (_: undefined, options) => call(identityRoutes.readIdentity, { params: { personId, identityKind: stored.kind } }, options),
    ({ identityNumber }) => setWhole(identityNumber),
  )
  return (
    <>
      <div className="td-row">
        <span className="td-number">{whole ?? stored.masked ?? words.identityUnreadable}</span>
        {whole === undefined ? (
          <Button variant="subtle" size="compact-sm" loading={busy} aria-label={words.showNumberOf(label)} onClick={() => void act(undefined)}>
            {words.showNumber}
          </Button>
        ) : (
          <Button variant="subtle" size="compact-sm" onClick={() => setWhole(undefined)}>
            {words.hideNumber}
          </Button>
        )}
      </div>
      {stored.doubts.length > 0 && (
        <span>
          <StatusBadge tone="warn">{words.doubtful(stored.doubts.map((doubt) => doubts[doubt]).join(', '))}</StatusBadge>
        </span>
      )}
      <ErrorNotice error={error} refusals={refusals} />
    </>
  )
}
