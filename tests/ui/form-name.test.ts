import { expect, test } from 'vitest'
import { formName } from '#renderer/app/form-name.ts'
import { testId } from '#tests/builders.ts'

test('a half-written form is called by its kind, whichever record it goes on with or corrects', () => {
  const names = { fluid: '水分', 'transfusion-watch': '輸血中の観察' }
  expect(formName('fluid', names)).toBe('水分')
  expect(formName(`fluid-${testId(7)}`, names)).toBe('水分')
  expect(formName(`transfusion-watch-${testId(7)}`, names)).toBe('輸血中の観察')
  expect(formName('of-tomorrow', names)).toBe('of-tomorrow')
})
