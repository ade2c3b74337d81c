/**
 * Writes at the chart's two forms as fast as the screen takes it, both at once, until the power fails. Runs in
 * the page, so that one cycle costs milliseconds and a kill often meets a save under way.
 *
 * What may be typed is told to the test before it is typed, and what the screen called 保存済み the moment it
 * said so: `window.faultTold` (exposed by kill.ts) leaves the process at once, and survives its death.
 */
export type Told = { readonly may: string } | { readonly saved: string }

/** What a marker stands for. Every tenth note is long: more than one disk block, cut anywhere. */
export function noteText(marker: string): string {
  const times = marker.endsWith('9') ? 900 : 3
  return `${marker} ${'眠れている。'.repeat(times)}`
}

export function temperatureOf(marker: string): string {
  return `3${6 + (Number(/\d+$/.exec(marker)?.[0] ?? 0) % 4)}.${Number(/\d+$/.exec(marker)?.[0] ?? 0) % 10}`
}

/** Given to `page.evaluate`: knows nothing outside itself. */
export async function typeWithoutEnd({ round, ahead }: { readonly round: number; readonly ahead: readonly (readonly [note: string, text: string, vital: string, temperature: string])[] }): Promise<void> {
  const tell = (globalThis as unknown as { faultTold: (told: Told) => Promise<void> }).faultTold // exposed by the test
  const panel = (label: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`section[aria-label="${label}"]`)
    if (found === null) throw new Error(`No ${label} in round ${round}`)
    return found
  }
  const write = (field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void => {
    if (field === null) throw new Error('A field is gone')
    const property = Object.getOwnPropertyDescriptor(field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype, 'value')
    property?.set?.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const saysSaved = (section: HTMLElement): boolean => section.textContent.includes('保存済み')
  /** Resolves in the moment the section says what is waited for. */
  const until = (section: HTMLElement, isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (isSo()) return resolve()
      const watch = new MutationObserver(() => {
        if (!isSo()) return
        watch.disconnect()
        resolve()
      })
      watch.observe(section, { childList: true, subtree: true, characterData: true })
    })
  const submit = (field: Element | null): void => void field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))

  const vitals = panel('バイタルサインを書く')
  const notes = panel('看護記録を書く')
  const remark = vitals.querySelector<HTMLInputElement>('[data-vital="remark"]')
  const temperature = vitals.querySelector<HTMLInputElement>('[data-vital="temperatureC"]')
  const text = notes.querySelector('textarea')
  for (const [note, words, vital, degrees] of ahead) {
    write(remark, vital)
    write(temperature, degrees)
    write(text, words)
    await Promise.all([until(vitals, () => !saysSaved(vitals)), until(notes, () => !saysSaved(notes))])
    const told = [[vitals, vital], [notes, note]] as const
    const shown = told.map(async ([section, marker]) => {
      await until(section, () => saysSaved(section))
      void tell({ saved: marker })
    })
    submit(temperature)
    submit(text)
    await Promise.all(shown)
  }
}
