import { useRef, useState } from 'react'
import type { Person } from '#domain/log/person.ts'
import { DeskSetUp } from '../features/desk-set-up/desk-set-up.tsx'
import { emptyDeskDraft, readDesk } from '../features/desk-set-up/draft.ts'
import { PassphraseFields } from '../features/maintenance/passphrase-fields.tsx'
import { beginDesk } from '../session/begin-desk.ts'
import { openWard, standingOf, tellPerson, type OpenWard } from '../session/open-ward.ts'
import { goTo, notice, setStatus } from '../session/session.ts'
import { idle } from '../host.ts'
import { KeysSteps } from './keys-steps.tsx'
import { usePorts } from './ports.ts'

/** A desk of the records office from nothing: who and which, then the two keys with which they come back. */
export function DeskSetUpPlace({ onOpened }: { readonly onOpened: (open: OpenWard, person: Person) => void }) {
  const { bridge, hand, vault } = usePorts()
  const [draft, setDraft] = useState(emptyDeskDraft)
  const [fault, setFault] = useState<'key' | 'other' | null>(null)
  const [opened, setOpened] = useState<{ readonly open: OpenWard; readonly person: Person } | null>(null)
  const [isWorking, setWorking] = useState(false)
  const isBegun = useRef(false)

  async function begin(): Promise<void> {
    const asked = readDesk(draft)
    if (typeof asked === 'string' || isBegun.current) return
    isBegun.current = true // a second press must not make a second desk
    setWorking(true)
    const begun = await beginDesk({ bridge, hand, vault }, asked)
    // A wrong key is typed anew; a right one must not stay in the page, nor the passphrase once it is kept.
    setDraft((before) => ({ ...before, key: '', ...(begun.ok ? { passphrase: emptyDeskDraft.passphrase } : {}) }))
    if (!begun.ok) {
      isBegun.current = false
      setWorking(false)
      return setFault(begun.error.code === 'not-an-identity' ? 'key' : 'other')
    }
    const { status, dek } = begun.value
    setStatus(status)
    const open = await openWard({ bridge, hand, idle }, status, dek, 0)
    if (!open.ok) return notice(open.error.code) // it has begun: the lock's own screen opens it with the officer's key
    const standing = standingOf(status, open.value, asked.person)
    if (standing !== null) await tellPerson(open.value, standing, hand, asked.person)
    setOpened({ open: open.value, person: asked.person })
  }

  if (opened !== null) return <KeysSteps open={opened.open} person={opened.person} onDone={() => onOpened(opened.open, opened.person)} />
  const fields = <PassphraseFields typed={draft.passphrase} onTyped={(passphrase) => setDraft({ ...draft, passphrase })} isFirst={false} />
  return <DeskSetUp draft={draft} onDraft={setDraft} passphrase={fields} isWorking={isWorking} fault={fault} onBegin={() => void begin()} onBack={() => goTo({ at: 'home' })} />
}
