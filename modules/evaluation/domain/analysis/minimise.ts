export type Point = readonly [number, number]

interface Vertex {
  readonly at: Point
  readonly value: number
}

/** Finds a minimum of a smooth function of two variables near `start` (Nelder–Mead). No units; floats, for advisory figures only. */
export function minimise(of: (at: Point) => number, start: Point, step = 0.5): Point {
  const vertex = (at: Point): Vertex => ({ at, value: of(at) })
  let simplex = [vertex(start), vertex([start[0] + step, start[1]]), vertex([start[0], start[1] + step])]
  for (let round = 0; round < 300; round += 1) {
    simplex = simplex.toSorted((a, b) => a.value - b.value)
    const [best, middle, worst] = simplex as [Vertex, Vertex, Vertex]
    if (worst.value - best.value < 1e-11 && distance(best.at, worst.at) < 1e-6 && distance(best.at, middle.at) < 1e-6) break
    const centre = along(best.at, middle.at, 0.5)
    const reflected = vertex(along(worst.at, centre, 2))
    if (reflected.value < best.value) {
      const expanded = vertex(along(worst.at, centre, 3))
      simplex = [best, middle, expanded.value < reflected.value ? expanded : reflected]
    } else if (reflected.value < middle.value) {
      simplex = [best, middle, reflected]
    } else {
      const contracted = vertex(along(worst.at, centre, reflected.value < worst.value ? 1.5 : 0.5))
      simplex = contracted.value < Math.min(worst.value, reflected.value) ? [best, middle, contracted] : [best, vertex(along(middle.at, best.at, 0.5)), vertex(along(worst.at, best.at, 0.5))]
    }
  }
  return simplex.toSorted((a, b) => a.value - b.value)[0]?.at ?? start
}

function along(from: Point, to: Point, share: number): Point {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
