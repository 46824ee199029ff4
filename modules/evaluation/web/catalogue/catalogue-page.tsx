import { Button } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { addressOf } from '#platform/web/client.ts'
import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { productStatuses } from '../../domain/catalogue.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { HeadDialog } from './head-dialog.tsx'
import { catalogueText } from './messages.ts'
import { ProductDialog } from './product-dialog.tsx'
import { ProductTable, type ProductAct } from './product-table.tsx'
import { ApproveDialog, RetireDialog } from './settle-dialogs.tsx'
import type { Catalogue, Product } from './types.ts'
import c from './catalogue.module.css'

/** Danh mục sản phẩm/công việc: its head, its products, and what may be done with them (article 13). */
export function CataloguePage() {
  const words = useText(catalogueText)
  const mayPropose = useMay('evaluation:assign')
  const loaded = useLoad(evaluationRoutes.getCatalogue, { query: {} })
  const [dialog, setDialog] = useState<'head' | 'add' | 'propose'>()
  const catalogue = loaded.data?.catalogue ?? null
  const manages = loaded.data?.manages ?? false
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        catalogue !== null && (
          <>
            <Button component="a" variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} href={addressOf(evaluationRoutes.exportProducts, {})} download>
              {words.exportLink}
            </Button>
            {manages && (
              <>
                <ButtonLink {...places.catalogueImport()} variant="default" leftSection={<IconFileImport size={18} aria-hidden="true" />}>
                  {words.importLink}
                </ButtonLink>
                <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setDialog('add')}>
                  {words.add}
                </Button>
              </>
            )}
            {!manages && mayPropose && (
              <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setDialog('propose')}>
                {words.propose}
              </Button>
            )}
          </>
        )
      }
    >
      <ErrorNotice error={loaded.error} onRetry={() => void loaded.refetch()} />
      {loaded.isPending && <LoadingRows rows={10} />}
      {loaded.data !== undefined && catalogue === null && (
        <EmptyState title={words.none} action={manages ? <Button onClick={() => setDialog('head')}>{words.issue}</Button> : undefined}>
          {manages ? words.noneManager : words.noneOther}
        </EmptyState>
      )}
      {catalogue !== null && (
        <>
          <CatalogueHead catalogue={catalogue} onEdit={manages ? () => setDialog('head') : undefined} />
          <Products catalogue={catalogue} manages={manages} />
        </>
      )}
      {dialog === 'head' && <HeadDialog catalogue={catalogue} onClose={() => setDialog(undefined)} />}
      {(dialog === 'add' || dialog === 'propose') && catalogue !== null && (
        <ProductDialog catalogue={catalogue} product={undefined} proposing={dialog === 'propose'} onClose={() => setDialog(undefined)} />
      )}
    </Page>
  )
}

function CatalogueHead({ catalogue, onEdit }: { catalogue: Catalogue; onEdit: (() => void) | undefined }) {
  const words = useText(catalogueText).head
  const language = useLanguage()
  const { approved, proposed, retired } = catalogue.counts
  return (
    <Section
      title={catalogue.name}
      description={`${catalogue.decisionNumber}, ${showDate(catalogue.decisionDate)} · ${catalogue.issuer}`}
      actions={
        onEdit && (
          <Button variant="default" size="compact-sm" onClick={onEdit}>
            {words.edit}
          </Button>
        )
      }
    >
      <Facts
        items={[
          { label: words.from, value: showDate(catalogue.validFrom) },
          { label: words.standard, value: `${catalogue.standardProduct} (${words.points(showDecimal(catalogue.standardPoints, language))})` },
          { label: words.products, value: words.counts(approved, proposed, retired) },
        ]}
      />
      <details className={c.groupFold}>
        <summary>{words.groupCount(catalogue.groups.length)}</summary>
        <ul className={c.groupList}>
          {catalogue.groups.map((group) => (
            <li key={group.code}>{words.groupLine(group.code, group.name, showDecimal(group.maxPoints, language))}</li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

const filters = { q: textFilter(), group: textFilter(), status: choiceFilter(productStatuses) }

function Products({ catalogue, manages }: { catalogue: Catalogue; manages: boolean }) {
  const words = useText(catalogueText)
  const { productStatus } = useText(evaluationText)
  const { values, set, clear, active } = useFilters(filters)
  const [acting, setActing] = useState<{ act: ProductAct; product: Product }>()
  const products = useLoadPages(evaluationRoutes.listProducts, {
    query: {
      limit: 100,
      ...(values.q === undefined ? {} : { search: values.q.slice(0, 100) }),
      ...(values.group === undefined ? {} : { group: values.group.slice(0, 20) }),
      ...(values.status === undefined ? {} : { status: values.status }),
    },
  })
  const close = () => setActing(undefined)
  return (
    <>
      <FilterBar active={active} onClear={clear}>
        <SearchField value={values.q ?? ''} onChange={(q) => set({ q: q === '' ? undefined : q })} label={words.search} placeholder={words.searchHint} />
        <SelectField
          label={words.group}
          value={values.group ?? null}
          onChange={(group) => set({ group: group ?? undefined })}
          choices={catalogue.groups.map((group) => ({ value: group.code, label: `${group.code} – ${group.name}` }))}
          none={words.any}
        />
        <SelectField
          label={words.status}
          value={values.status ?? null}
          onChange={(status) => set({ status: status ?? undefined })}
          choices={productStatuses.map((status) => ({ value: status, label: productStatus[status] }))}
          none={words.any}
        />
      </FilterBar>
      <ErrorNotice error={products.error} onRetry={products.retry} />
      {products.loading ? (
        <LoadingRows rows={8} />
      ) : (
        products.error === null && <ProductTable products={products.items} manages={manages} onAct={(act, product) => setActing({ act, product })} more={products.more} refreshing={products.refreshing} />
      )}
      {acting?.act === 'edit' && <ProductDialog catalogue={catalogue} product={acting.product} proposing={false} onClose={close} />}
      {acting?.act === 'approve' && <ApproveDialog product={acting.product} onClose={close} />}
      {acting?.act === 'retire' && <RetireDialog product={acting.product} onClose={close} />}
    </>
  )
}
