/**
 * Damm's check digit (H. M. Damm, 2004): catches every single-digit error and every swap of neighbours,
 * which Luhn and GS1 mod 10 do not. The table is the totally anti-symmetric quasigroup of order 10
 * from his thesis; vectors in the test come from outside: 572→4, 9000001→0, 9000123→9.
 */
const quasigroup = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
] as const

/** Check digit 0–9 of a sequence of digits 0–9. */
export function dammDigit(digits: readonly number[]): number {
  return digits.reduce((interim, digit) => {
    const next = quasigroup[interim]?.[digit]
    if (next === undefined) throw new Error('Damm works on the digits 0 to 9')
    return Number(next)
  }, 0)
}
