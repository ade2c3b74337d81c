import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode, readSealedCode } from '#domain/access/code.ts'
import { codeText, emptyCode, groupsLeft, groupVerdict, typeIntoGroup } from '#renderer/ui/code-groups.ts'

const code = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => makeSealedCode({ random: () => bytes }))
const type = (groups: readonly string[], index: number, text: string) => typeIntoGroup('sealed', groups, index, text)

describe('a code being typed', () => {
  it('[SCR-4] a code pasted or scanned into the first box fills every group and is what was printed', () => {
    fc.assert(
      fc.property(code, (printed) => {
        const { groups, strange } = type(emptyCode('sealed'), 0, printed.toLowerCase().replaceAll('-', ' '))
        expect(strange).toBeNull()
        expect(groupsLeft('sealed', groups)).toBe(0)
        expect(readSealedCode(codeText(groups))).toEqual({ ok: true, value: printed })
      }),
    )
  })

  it('[SCR-4] typed symbol by symbol, each group is judged as soon as it is full, and only then', () => {
    fc.assert(
      fc.property(code, (printed) => {
        const [first = ''] = printed.split('-')
        let groups = emptyCode('sealed')
        for (let length = 1; length <= 5; length += 1) {
          const typed = type(groups, 0, first.slice(0, length))
          groups = typed.groups
          expect(groupVerdict('sealed', groups[0] ?? '', 0)).toBe(length < 5 ? 'open' : 'good')
          expect(typed.at).toBe(length < 5 ? 0 : 1)
        }
      }),
    )
  })

  it('[SCR-4] a group typed in the box of another is not taken for it', () => {
    const printed = makeSealedCode({ random: () => new Uint8Array([9, 4, 88, 3, 200, 7, 61, 5, 250, 33]) })
    const [, second = ''] = printed.split('-')
    expect(groupVerdict('sealed', second, 0)).toBe('bad')
    expect(groupVerdict('sealed', second, 1)).toBe('good')
  })

  it('[SCR-4] what no code contains is named and left out', () => {
    expect(type(emptyCode('sealed'), 0, '7Kか')).toMatchObject({ groups: ['7K', '', '', ''], strange: 'か' })
    expect(type(emptyCode('sealed'), 0, '7KU')).toMatchObject({ groups: ['7K', '', '', ''], strange: 'U' })
  })

  it('[SCR-4] O is read as 0, I and L as 1, in either width', () => {
    expect(type(emptyCode('sealed'), 2, 'oｉＬ').groups).toEqual(['', '', '011', ''])
  })

  it('[SCR-4] symbols for which no group is left are named, and the groups before stay as they were', () => {
    expect(type(['AAAAA', '', '', ''], 3, 'BBBBBC')).toMatchObject({ groups: ['AAAAA', '', '', 'BBBBB'], strange: 'C' })
  })

  it('[SCR-4] what is typed on after a group that disagrees runs neither into the next group nor through this one', () => {
    expect(type(['7K2M0', '', '', ''], 0, '7K2M0A').groups).toEqual(['7K2M0', '', '', ''])
    expect(type(['7K2M0', '', '', ''], 0, 'A7K2M0').groups).toEqual(['7K2M0', '', '', ''])
  })

  it('[SCR-4] clearing a group clears that group alone', () => {
    expect(type(['AAAAA', 'BBBBB', '', ''], 0, '').groups).toEqual(['', 'BBBBB', '', ''])
  })
})
