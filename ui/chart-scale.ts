/** One point of a series; `value` is a decimal text, null where there is none (the line breaks there). */
export interface ChartPoint {
  readonly label: string
  readonly value: string | null
}

export interface PlacedPoint extends ChartPoint {
  readonly x: number
  readonly y: number
  readonly value: string
}

export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly min: number
  readonly max: number
}

/** Places points on a frame, cut into runs where values are missing: a gap is never drawn as a value. */
export function placePoints(points: readonly ChartPoint[], frame: ChartFrame): PlacedPoint[][] {
  const runs: PlacedPoint[][] = []
  let run: PlacedPoint[] = []
  const step = points.length > 1 ? frame.width / (points.length - 1) : 0
  points.forEach((point, index) => {
    if (point.value === null) {
      if (run.length > 0) runs.push(run)
      run = []
      return
    }
    const share = (Number(point.value) - frame.min) / (frame.max - frame.min)
    const x = points.length > 1 ? index * step : frame.width / 2
    run.push({ ...point, value: point.value, x, y: frame.height * (1 - Math.min(1, Math.max(0, share))) })
  })
  if (run.length > 0) runs.push(run)
  return runs
}

/** Round marks for an axis between two values, at most six. */
export function axisMarks(min: number, max: number): number[] {
  const rough = (max - min) / 5
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * unit).find((size) => size >= rough) ?? rough
  const marks: number[] = []
  for (let mark = Math.ceil(min / step) * step; mark <= max + step / 1000; mark += step) marks.push(Number(mark.toFixed(6)))
  return marks
}
