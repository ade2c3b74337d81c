/** Numbers of rows whose count is not known before. */
export class Grown {
  private numbers: Uint32Array

  /** `likely`: how many there will hardly be more of; what is never written takes no memory. */
  constructor(likely = 0) {
    this.numbers = new Uint32Array(Math.max(likely, 1 << 12))
  }

  put(row: number, number: number): void {
    if (row === this.numbers.length) {
      const larger = new Uint32Array(row * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[row] = number
  }

  first(rows: number): Uint32Array {
    return this.numbers.length < rows ? new Uint32Array(rows) : this.numbers.subarray(0, rows)
  }
}

/** What stands in one column, row by row, as bytes: hardly any of it is ever asked for. */
export class KeptBytes {
  private bytes = new Uint8Array(1 << 16)
  private readonly ends: Grown
  private count = 0
  private end = 0

  constructor(likely: number) {
    this.ends = new Grown(likely)
  }

  put(from: Uint8Array, begin: number, end: number): void {
    const next = this.end + end - begin
    if (next > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, next))
      larger.set(this.bytes.subarray(0, this.end))
      this.bytes = larger
    }
    for (let at = begin; at < end; at += 1) this.bytes[this.end + at - begin] = from[at]!
    this.end = next
    this.ends.put(this.count, next)
    this.count += 1
  }

  at(row: number): Uint8Array {
    const ends = this.ends.first(this.count)
    return this.bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row])
  }
}
