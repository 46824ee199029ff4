/** A place in both rows. */
type Pair = readonly [before: number, after: number]

/** Where two shortest ways of editing meet (Myers 1986, section 4b): from both ends at once, with memory for one row. Neither row may be empty. */
function middleOf(before: Int32Array, after: Int32Array): Pair {
  const wide = before.length
  const high = after.length
  const delta = wide - high
  const most = Math.ceil((wide + high) / 2)
  const zero = most + 1
  const ahead = new Int32Array(2 * most + 3)
  const back = new Int32Array(2 * most + 3)
  for (let edits = 0; edits <= most; edits++) {
    // Lines outside the rows have gone as far as they can.
    const lowest = -edits + 2 * Math.max(0, edits - high)
    const highest = edits - 2 * Math.max(0, edits - wide)
    for (let line = lowest; line <= highest; line += 2) {
      let x = nextOn(ahead, zero + line, line === -edits, line === edits)
      while (x < wide && x - line < high && before[x] === after[x - line]) x++
      ahead[zero + line] = x
      const met = delta % 2 !== 0 && Math.abs(delta - line) < edits
      if (met && x + (back[zero + delta - line] ?? 0) >= wide) return [x, x - line]
    }
    for (let line = lowest; line <= highest; line += 2) {
      let x = nextOn(back, zero + line, line === -edits, line === edits)
      while (x < wide && x - line < high && before[wide - 1 - x] === after[high - 1 - x + line]) x++
      back[zero + line] = x
      const met = delta % 2 === 0 && Math.abs(delta - line) <= edits
      if (met && x + (ahead[zero + delta - line] ?? 0) >= wide) return [wide - x, high - x + line]
    }
  }
  throw new RangeError('two ways of editing always meet')
}

/** How far one edit more leads on a line: from the line above or the line below, whichever has come farther. */
function nextOn(reached: Int32Array, line: number, lowest: boolean, highest: boolean): number {
  const below = reached[line - 1] ?? 0
  const above = reached[line + 1] ?? 0
  return lowest || (!highest && below < above) ? above : below + 1
}

function collect(before: Int32Array, after: Int32Array, beforeFrom: number, afterFrom: number, pairs: Pair[]): void {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  for (let at = 0; at < head; at++) pairs.push([beforeFrom + at, afterFrom + at])
  if (head + tail < shorter) {
    const left = before.subarray(head, before.length - tail)
    const right = after.subarray(head, after.length - tail)
    const [leftMiddle, rightMiddle] = middleOf(left, right)
    collect(left.subarray(0, leftMiddle), right.subarray(0, rightMiddle), beforeFrom + head, afterFrom + head, pairs)
    collect(left.subarray(leftMiddle), right.subarray(rightMiddle), beforeFrom + head + leftMiddle, afterFrom + head + rightMiddle, pairs)
  }
  for (let at = tail; at > 0; at--) pairs.push([beforeFrom + before.length - at, afterFrom + after.length - at])
}

/** The pairs of a longest common subsequence of two rows, in order. Time grows with the length times the changes, memory with the length. */
export function commonParts(before: Int32Array, after: Int32Array): readonly Pair[] {
  const pairs: Pair[] = []
  collect(before, after, 0, 0, pairs)
  return pairs
}
