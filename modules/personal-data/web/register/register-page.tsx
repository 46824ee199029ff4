import { useLoad } from '#platform/web/load.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { personalDataText } from '../messages.ts'

/** Hồ sơ hoạt động xử lý dữ liệu cá nhân. */
export function RegisterPage() {
  const words = useText(personalDataText)
  const { data, error, refetch } = useLoad(registerRoutes.register, {})
  return (
    <Page title={words.title} description={words.description}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={8} />}
      {data !== undefined && (
        <DataTable caption={words.caption} rows={data.items} rowKey={(row) => row.recordClass} columns={[{ key: 'class', header: words.recordClass, lead: true, cell: (row) => row.recordClass }]} />
      )}
    </Page>
  )
}
