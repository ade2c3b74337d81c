/** Room for an A4 page scanned in colour at 600 dpi; one run of bytes larger than this is no document of ours. */
export const mostBytesAtOnce = 160 << 20
export const mostImagePixels = mostBytesAtOnce / 4

const kinds = ['ArrayBuffer', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'] as const

/**
 * From now on no array of this worker can be made larger than the bound: ten megabytes of a PDF can ask to be unpacked into ten
 * thousand, and a PC without memory ends the ward's window, not only the worker. What asks for more fails, and its page says so.
 * The browser's own unpacking has no such bound and is taken away; the library then unpacks by itself, into these arrays.
 */
export function boundMemory(): void {
  Reflect.deleteProperty(globalThis, 'DecompressionStream')
  for (const kind of kinds) {
    const unbound = globalThis[kind] as unknown as new (...given: readonly unknown[]) => object // of all ten only the size is asked
    const bytesEach = (unbound as unknown as { readonly BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1
    const bound = new Proxy(unbound, {
      construct: (target, given: readonly unknown[], made) => {
        const [asked] = given
        if (typeof asked === 'number' && asked * bytesEach > mostBytesAtOnce) throw new RangeError('More memory than a document may take')
        return Reflect.construct(target, given, made) as object
      },
    })
    Object.defineProperty(globalThis, kind, { value: bound, configurable: true, writable: true })
  }
}
