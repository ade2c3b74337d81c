/** Candidate pairs, as many as come, in three columns that grow. */
export class Pairs {
  asking = new Int32Array(1024)
  searched = new Int32Array(1024)
  bits = new Float64Array(1024)
  count = 0

  add(asking: number, searched: number, bits: number): void {
    if (this.count === this.asking.length) this.grow()
    this.asking[this.count] = asking
    this.searched[this.count] = searched
    this.bits[this.count] = bits
    this.count += 1
  }

  /** The numbers of all pairs, the likeliest first; equal ones in the order of their rows. */
  ordered(): Int32Array {
    const order = Int32Array.from({ length: this.count }, (_, pair) => pair)
    const { bits, asking, searched } = this
    return order.sort((one, two) => (bits[two] ?? 0) - (bits[one] ?? 0) || (asking[one] ?? 0) - (asking[two] ?? 0) || (searched[one] ?? 0) - (searched[two] ?? 0))
  }

  private grow(): void {
    const size = this.count * 2
    const [asking, searched, bits] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)]
    asking.set(this.asking)
    searched.set(this.searched)
    bits.set(this.bits)
    Object.assign(this, { asking, searched, bits })
  }
}
