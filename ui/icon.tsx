import type { ReactNode, SVGProps } from 'react'

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'stroke' | 'children'> {
  /** CSS pixels of a side; 24 unless told. */
  size?: number
  /** Width of the lines on 24 × 24 units; 2 unless told. */
  stroke?: number
}

export type Icon = (props: IconProps) => ReactNode

/** An icon of 24 × 24 units drawn by its path, as lines or as filled shapes. */
export function icon(path: string, drawn: 'lines' | 'filled' = 'lines'): Icon {
  return function Drawn({ size = 24, stroke = 2, ...others }) {
    const look = drawn === 'filled' ? { fill: 'currentColor' } : { fill: 'none', stroke: 'currentColor', strokeWidth: stroke, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
    return (
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width={size} height={size} {...look} {...others}>
        <path d={path} />
      </svg>
    )
  }
}
