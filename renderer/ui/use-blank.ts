import { useState } from 'react'

/** Whether the box for a pre-printed number is open. It stays open for the next band of a pile, and nobody gets another number while it is empty. */
export function useBlank(typed: string): { readonly isOpen: boolean; readonly isMissing: boolean; readonly open: () => void; readonly close: () => void } {
  const [isAsked, setAsked] = useState(false)
  const isOpen = isAsked || typed !== ''
  return { isOpen, isMissing: isOpen && typed.trim() === '', open: () => setAsked(true), close: () => setAsked(false) }
}
