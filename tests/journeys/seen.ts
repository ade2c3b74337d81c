import type { Page } from '@playwright/test'

/**
 * What an eye would miss on the screen as it is drawn now: text cut off by its own box or by the window, and text that
 * lies under something else. What scrolls may be out of sight; what is for screen readers alone is not looked at.
 */
export async function unseenText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const modal = document.querySelector('[role="alertdialog"], [role="dialog"]')
    const root = modal ?? document.body
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const holder = node.parentElement
      if (text === '' || holder === null || holder.closest('svg, script, style, option') !== null || isForReaders(holder)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue
        const fault = faultOf(rect, holder)
        if (fault !== null) {
          faults.push(`${fault}: 「${text.slice(0, 40)}」 in <${holder.tagName.toLowerCase()} class="${holder.className}">`)
          break
        }
      }
    }
    for (const drawing of root.querySelectorAll('svg:has(text)')) {
      const texts = [...drawing.querySelectorAll('text')].map((text) => ({ says: text.textContent, box: text.getBoundingClientRect() }))
      for (const [index, { says, box }] of texts.entries()) {
        const other = texts.slice(index + 1).find(({ box: next }) => Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1 && Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 4)
        if (other !== undefined) faults.push(`drawn over each other: 「${says}」 and 「${other.says}」`)
      }
    }
    for (const button of modal?.querySelectorAll('button[aria-keyshortcuts]') ?? []) {
      if (button.getBoundingClientRect().bottom > innerHeight) faults.push(`the answer is out of sight: ${button.textContent}`)
    }
    for (const box of root.querySelectorAll<HTMLElement>('input, textarea, button')) {
      const { right, left } = box.getBoundingClientRect()
      if (box.offsetParent !== null && (right > innerWidth + 1 || left < -1)) faults.push(`beyond the window: ${box.outerHTML.slice(0, 80)}`)
    }
    // A name may be longer than its box; what has one form, a time or a bed, must be read without moving in it.
    for (const box of root.querySelectorAll<HTMLInputElement>('input:not([type=radio]):not([type=checkbox]):not([type=password])')) {
      if (box.offsetParent !== null && box.value.length <= 20 && box.scrollWidth > box.clientWidth + 1) faults.push(`what was typed is cut off: 「${box.value}」 in ${box.outerHTML.slice(0, 80)}`)
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the page scrolls sideways')
    if (document.documentElement.scrollHeight > innerHeight + 1) faults.push('the page itself scrolls')
    return faults

    function isForReaders(element: Element): boolean {
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        const style = getComputedStyle(one)
        if (style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return true
        const { width, height } = one.getBoundingClientRect()
        if (style.position === 'absolute' && width <= 1.5 && height <= 1.5) return true
      }
      return false
    }

    function isSticky(element: Element): boolean {
      for (let one: Element | null = element; one !== null; one = one.parentElement) if (getComputedStyle(one).position === 'sticky') return true
      return false
    }

    function faultOf(rect: DOMRect, holder: Element): string | null {
      let scrollsX = false
      let scrollsY = false
      for (let one: Element | null = holder; one !== null && one !== document.documentElement; one = one.parentElement) {
        const style = getComputedStyle(one)
        const box = one.getBoundingClientRect()
        const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
        if (!scrollsX && cuts(style.overflowX) && (rect.right > box.right + 1.5 || rect.left < box.left - 1.5)) return 'cut off at the side'
        if (!scrollsY && cuts(style.overflowY) && (rect.bottom > box.bottom + 3 || rect.top < box.top - 3)) return 'cut off above or below'
        if (/auto|scroll/.test(style.overflowX)) scrollsX = true
        if (/auto|scroll/.test(style.overflowY)) scrollsY = true
        const inSight = (!scrollsX || (rect.left >= box.left && rect.right <= box.right)) && (!scrollsY || (rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1))
        if (!inSight) return null // scrolled away
      }
      if (rect.right > innerWidth + 1 || rect.left < -1 || rect.bottom > innerHeight + 1 || rect.top < -1) return 'outside the window'
      const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)
      if (top === null || top.contains(holder) || holder.contains(top) || top.closest('label') === holder.closest('label') && holder.closest('label') !== null) return null
      // What sticks to the end of a scrolling place covers what can be scrolled out from under it.
      if ((scrollsY && isSticky(top)) || top instanceof HTMLInputElement || getComputedStyle(top).opacity === '0' || getComputedStyle(holder).pointerEvents === 'none') return null
      return `covered by <${top.tagName.toLowerCase()} class="${top.className}">`
    }
  })
}
