import type { Page } from '@playwright/test'

/**
 * What a person without a mouse does not get to, or gets to without seeing it: Tab from the first to the last and round
 * again, then the arrow keys wherever Tab stops only once for many, and ↓ through the rows under a box that keeps the focus.
 * The focus is given back.
 */
export async function unreached(page: Page): Promise<readonly string[]> {
  const { all, groups, lists, faults } = await stops(page)
  const reached = new Set<number>()
  const unseen = new Set<string>()
  /** The stop that was reached just now, if nobody was there before. */
  const look = async (): Promise<number | null> => {
    const here = await whereFocusIs(page)
    if (here === null) return null
    if (!here.isDrawn) unseen.add(`focus not drawn: ${here.what}`)
    if (reached.has(here.index)) return null
    reached.add(here.index)
    return here.index
  }
  const inGroups = new Set(groups.flat())
  const tabbed = all.length - inGroups.size + groups.length - lists.flatMap(({ rows }) => rows).length
  for (let presses = 0; presses < tabbed + 4; presses += 1) {
    await page.keyboard.press('Tab')
    await look()
  }
  for (const group of groups) {
    const from = group.filter((index) => reached.has(index))
    for (let index = from.shift(); index !== undefined; index = from.shift()) {
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const) {
        await page.evaluate((at) => document.querySelector<HTMLElement>(`[data-reach="${at}"]`)?.focus(), index)
        await page.keyboard.press(key)
        const next = await look()
        if (next !== null && group.includes(next)) from.push(next)
      }
    }
  }
  for (const list of lists) for (const index of await downThrough(page, list)) reached.add(index)
  await page.evaluate(() => {
    const before = document.querySelector<HTMLElement>('[data-was-here]')
    if (before !== null) before.focus()
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // nothing had it
  })
  return [...faults, ...all.flatMap((what, index) => (reached.has(index) ? [] : [`not reached: ${what}`])), ...unseen]
}

/** Rows that a box chooses from while it keeps the focus. */
type List = { readonly box: number; readonly rows: readonly number[] }

/** ↓ from the box marks one row after the other. Whatever was marked before is marked again. */
async function downThrough(page: Page, { box, rows }: List): Promise<readonly number[]> {
  const marked = (): Promise<number> => page.evaluate(() => Number(document.querySelector<HTMLElement>(`[id="${CSS.escape(document.activeElement?.getAttribute('aria-activedescendant') ?? '')}"][aria-selected="true"]`)?.dataset['reach'] ?? -1))
  const fromTop = async (): Promise<void> => {
    await page.keyboard.insertText(' ') // another question: nobody is marked
    await page.keyboard.press('Backspace')
  }
  await page.evaluate((at) => document.querySelector<HTMLInputElement>(`[data-reach="${at}"]`)?.focus(), box)
  const before = await marked()
  await page.keyboard.press('ArrowRight') // what was reached by Tab is selected as a whole
  await fromTop()
  const reached: number[] = []
  for (const _ of rows) {
    await page.keyboard.press('ArrowDown')
    reached.push(await marked())
  }
  await fromTop()
  for (let steps = 0; before !== -1 && steps < rows.length && (await marked()) !== before; steps += 1) await page.keyboard.press('ArrowDown')
  return reached
}

/** Everything that can be operated, and which of it shares one stop of Tab: then the arrows lead from one to the next. */
function stops(page: Page): Promise<{ readonly all: readonly string[]; readonly groups: readonly (readonly number[])[]; readonly lists: readonly List[]; readonly faults: readonly string[] }> {
  return page.evaluate(() => {
    for (const old of document.querySelectorAll<HTMLElement>('[data-reach], [data-was-here]')) {
      delete old.dataset['reach']
      delete old.dataset['wasHere']
    }
    const root = document.querySelector('[role="alertdialog"]') ?? document.body
    const short = (one: HTMLElement): string => one.outerHTML.replace(/\s(?:class|id|data-[a-z-]+|aria-(?:labelledby|describedby))="[^"]*"/g, '').slice(0, 140)
    const found = [...root.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href], [tabindex]')].filter((one) => {
      if (one.matches(':disabled') || one.closest('[inert], [aria-hidden="true"]') !== null || one.offsetParent === null) return false
      if (one.tabIndex < 0) return one.matches('button') && one.getAttribute('role') !== 'tab' // panels that take the focus from the program are no stops
      // Of radio buttons Tab reaches the chosen one, or the first; the browser's own arrow keys reach the others.
      if (!(one instanceof HTMLInputElement && one.type === 'radio')) return true
      const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(({ name }) => name === one.name)
      return one === (group.find(({ checked }) => checked) ?? group[0])
    })
    // Rows that are marked from a box keep their place in the list, not the focus.
    const boxes = found.filter((one) => one.getAttribute('role') === 'combobox')
    const rowsOf = (box: HTMLElement): readonly HTMLElement[] => [...(document.getElementById(box.getAttribute('aria-controls') ?? '')?.querySelectorAll<HTMLElement>('[aria-selected][id]') ?? [])]
    const listed = boxes.map((box) => ({ box: found.indexOf(box), rows: rowsOf(box) }))
    found.push(...listed.flatMap(({ rows }) => rows))
    for (const [index, one] of found.entries()) one.dataset['reach'] = String(index)
    const lists = listed.map(({ box, rows }) => ({ box, rows: rows.map((row) => found.indexOf(row)) }))
    // A tab that is not chosen shares the stop of the chosen one; choosing it changes the screen, so it is not tried here.
    const sharing = new Map<Element, number[]>()
    const faults: string[] = []
    for (const one of found.filter((each) => each.tabIndex < 0 && each.matches('button'))) {
      let around = one.parentElement
      while (around !== null && around.querySelector('button[tabindex="0"]') === null) around = around.parentElement
      if (around === null || around === document.body) faults.push(`outside every group: ${short(one)}`)
      else sharing.set(around, [])
    }
    for (const [around, members] of [...sharing].filter(([around]) => ![...sharing.keys()].some((other) => other !== around && other.contains(around)))) {
      members.push(...[...around.querySelectorAll<HTMLElement>('button[tabindex][data-reach]')].map((one) => Number(one.dataset['reach'])))
    }
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      if (getComputedStyle(one).cursor !== 'pointer' || one.offsetParent === null) continue
      if (one.closest('button, a, input, textarea, select, label, [tabindex="0"], :disabled, [aria-selected][data-reach]') === null && one.querySelector('button, input, [tabindex="0"]') === null) faults.push(`for a mouse alone: ${short(one)}`)
    }
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) {
      document.activeElement.dataset['wasHere'] = ''
      document.activeElement.blur()
    }
    return { all: found.map(short), groups: [...sharing.values()].filter(({ length }) => length > 0), lists, faults }
  })
}

function whereFocusIs(page: Page): Promise<{ readonly index: number; readonly isDrawn: boolean; readonly what: string } | null> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!(one instanceof HTMLElement) || one === document.body) return null
    const active = document.getElementById(one.getAttribute('aria-activedescendant') ?? '')
    const isDrawn = [one, active, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling].some((box) => {
      if (!(box instanceof Element)) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (boxShadow !== 'none' && boxShadow.includes('0px 0px 0px'))
    })
    return { index: Number(one.dataset['reach'] ?? -1), isDrawn, what: one.outerHTML.slice(0, 140) }
  })
}
