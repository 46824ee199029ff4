import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { ThemeProvider } from '#ui/theme-provider.tsx'
import { keepPageOffline } from './offline-page.ts'
import { createQueries } from './queries.ts'
import { createAppRouter } from './router.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')

keepPageOffline()

createRoot(root).render(
  <ThemeProvider>
    <QueryClientProvider client={createQueries()}>
      <RouterProvider router={createAppRouter()} />
    </QueryClientProvider>
  </ThemeProvider>,
)
