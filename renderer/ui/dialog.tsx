import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { Dialog as Box, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { useSubmitKeys } from './keys.ts'
import css from './dialog.module.css'

/**
 * A question with the thing named, its consequence, the way back on the left and the act on the right. The focus is on
 * the safe one; give the act `look="final"` or `"primary"`. Never for information, and never over what must stay in
 * sight: whatever carries `data-never-covered` (incident and patient banner) stays above the scrim.
 */
export function Dialog({ title, children, cancel, act, onCancel, onAct, width = 'normal' }: {
  readonly title: ReactNode
  readonly children: ReactNode
  /** The safe button, with autoFocus. */
  readonly cancel: ReactNode
  readonly act: ReactNode
  readonly onCancel: () => void
  /** Ctrl+Enter; leave out while the act is not possible. */
  readonly onAct?: () => void
  readonly width?: 'normal' | 'wide'
}) {
  const top = useNeverCovered()
  useFocusKeptNear()
  return (
    <ModalOverlay className={classNames(css['scrim'])} style={{ top }} isOpen onOpenChange={(isOpen) => !isOpen && onCancel()}>
      <Modal className={classNames(css['dialog'], css[width])}>
        <Box className={classNames(css['box'])} role="alertdialog">
          <Keys onAct={onAct ?? null}>
            <Heading slot="title" level={2} className={classNames(css['title'])}>{title}</Heading>
            <div className={css['body']}>{children}</div>
            <div className={css['foot']}>
              {cancel}
              <span className={css['act']}>{act}</span>
            </div>
          </Keys>
        </Box>
      </Modal>
    </ModalOverlay>
  )
}

function Keys({ onAct, children }: { readonly onAct: (() => void) | null; readonly children: ReactNode }) {
  const keys = useSubmitKeys(onAct === null ? {} : { onSave: onAct })
  return <div className={css['keys']} {...keys}>{children}</div>
}

/** The focus returns to where it was; when that is gone by then (a record that was struck), to what it stood in. */
function useFocusKeptNear(): void {
  const [around] = useState(() => {
    const found: HTMLElement[] = []
    for (let one = document.activeElement?.parentElement; one; one = one.parentElement) if (one.tabIndex >= 0) found.push(one)
    return found
  })
  useEffect(() => () => {
    // Two frames: the kit gives the focus back in the first.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (document.activeElement === document.body) around.find(({ isConnected }) => isConnected)?.focus()
    }))
  }, [around])
}

function useNeverCovered(): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const bottoms = [...document.querySelectorAll('[data-never-covered]')].map((element) => element.getBoundingClientRect().bottom)
    setTop(Math.max(0, ...bottoms))
  }, [])
  return top
}
