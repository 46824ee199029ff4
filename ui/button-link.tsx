import { Button, type ButtonProps } from '@mantine/core'
import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from './link.tsx'

interface ButtonLinkProps extends Pick<ButtonProps, 'variant' | 'size' | 'leftSection' | 'fullWidth'> {
  to: string
  search?: Search
  children: ReactNode
}

/** A link inside the product that looks like a button: it opens a page, so it is a link. */
export function ButtonLink({ to, search, children, ...look }: ButtonLinkProps) {
  return (
    <Button
      {...look}
      renderRoot={(props: Record<string, unknown>) => (
        <RouterLink {...props} to={to} {...(search ? { search: search as never } : {})} preload="intent" />
      )}
    >
      {children}
    </Button>
  )
}
