import { Link as RouterLink, useNavigate, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Search part of an address: plain texts, absent when undefined. */
export type Search = Readonly<Record<string, string | undefined>>

interface LinkProps {
  to: string
  search?: Search
  children: ReactNode
  className?: string | undefined
  activeClassName?: string | undefined
  exact?: boolean
  'aria-label'?: string
}

/** A link inside the product; the page is fetched ahead when the pointer rests on it. */
export function Link({ to, search, children, className, activeClassName, exact = false, ...rest }: LinkProps) {
  return (
    <RouterLink
      to={to}
      {...(search ? { search: search as never } : {})}
      preload="intent"
      className={className}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={activeClassName ? { className: activeClassName } : {}}
      {...rest}
    >
      {children}
    </RouterLink>
  )
}

/** The address of the page shown, without its search part. */
export function usePath(): string {
  return useRouterState({ select: ({ location }) => location.pathname })
}

/** Goes to another page by code, for instance after a command has succeeded. */
export function useGo(): (to: string, options?: { search?: Search; replace?: boolean }) => void {
  const navigate = useNavigate()
  return (to, options = {}) => {
    void navigate({ to, ...(options.search ? { search: options.search as never } : {}), replace: options.replace ?? false })
  }
}
