import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Problem } from '@/api/client'
import { Look } from '@/ui/Look'
import { createOfficeRouter } from './router'

const retries = 2
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, problem) =>
        count < retries && !(problem instanceof Problem && problem.status >= 400 && problem.status < 500),
      staleTime: 10_000,
    },
  },
})
const router = createOfficeRouter(queries)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const app = document.getElementById('app')
if (app)
  createRoot(app).render(
    <Look>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>,
  )
