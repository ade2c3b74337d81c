import type { Piece } from './match-scan.ts'

/** Reads up to `length` bytes from `position` into a buffer, and says how many; 0 at the end. */
export type ReadAt = (into: Buffer, offset: number, length: number, position: number) => Promise<number>

/** Small enough to stay in a processor's cache: memory for the whole of a long list costs more than reading it. */
const usualBytes = 1024 * 1024

/** A table in pieces. The next one is read while the last one is looked at, and begins with what was left of that. */
export class Pieces {
  private readonly read: ReadAt
  readonly size: number
  private readonly pieceBytes: number
  /** Before each piece there is room for a row that was cut off. */
  private readonly room: number
  private readonly buffers: readonly [Buffer, Buffer]
  private turn = 0
  private position = 0
  private coming: Promise<number>

  constructor(read: ReadAt, size: number, pieceBytes = usualBytes) {
    this.read = read
    this.size = size
    this.pieceBytes = pieceBytes
    this.room = pieceBytes
    this.buffers = [Buffer.allocUnsafe(this.room + pieceBytes), Buffer.allocUnsafe(this.room + pieceBytes)]
    this.coming = this.begin()
  }

  /** `rest`: what of the last piece was not read. Null: a row is longer than a piece. */
  async next(rest: Uint8Array): Promise<Piece | null> {
    if (rest.length > this.room) return null
    const bytes = this.buffers[this.turn]! // one of two
    const count = await this.coming
    bytes.set(rest, this.room - rest.length)
    this.position += count
    const isLast = count === 0 || this.position >= this.size
    this.turn = 1 - this.turn
    if (!isLast) this.coming = this.begin()
    return { bytes, from: this.room - rest.length, end: this.room + count, isLast }
  }

  private begin(): Promise<number> {
    const coming = this.read(this.buffers[this.turn]!, this.room, this.pieceBytes, this.position) // one of two
    coming.catch(() => undefined) // told to whoever asks for the piece; nobody may
    return coming
  }
}
