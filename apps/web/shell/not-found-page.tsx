import { Link } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { shellText } from './messages.ts'

/** Nothing lives at this address. */
export function NotFoundPage() {
  const words = useText(shellText)
  return (
    <Page title={words.notFound} description={words.notFoundBody} narrow>
      <p>
        <Link to="/">{words.home}</Link>
      </p>
    </Page>
  )
}
