import { useState } from 'react'
import type { ConfigurationPart } from '#domain/log/public-event.ts'
import type { StaffMember } from '#domain/plan/hospital-plan.ts'
import { guessColumns, readStaffRows } from '#domain/plan/staff-rows.ts'
import type { StationProfile } from '#domain/station.ts'
import { draftOf, planWith, profileOf, settled, unsavedParts } from '../features/plan/draft.ts'
import { PlanEdit } from '../features/plan/plan-edit.tsx'
import { PlanHome } from '../features/plan/plan-home.tsx'
import { readCsv } from '../features/plan/read-csv.ts'
import { StaffScreen, type StaffImport } from '../features/plan/staff-screen.tsx'
import { changePlan } from '../session/plan.ts'
import { notice, setStatus, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** What the hospital decides, part by part. What was typed stays until maintenance ends; only what is saved counts. */
export function PlanEditPlace({ profile, isForOtherOfficer, onPassphrase, onLeave }: { readonly profile: StationProfile; readonly isForOtherOfficer: boolean; readonly onPassphrase: () => void; readonly onLeave: () => void }) {
  const { bridge } = usePorts()
  const plan = useSession((session) => session.plan)
  const [draft, setDraft] = useState(() => draftOf(plan, profile))
  const [at, setAt] = useState<ConfigurationPart | null>(null)
  const [last, setLast] = useState<ConfigurationPart>('criteria')
  const [isSaving, setSaving] = useState(false)
  const [staff, setStaff] = useState<StaffImport>({ kind: 'none' })
  const back = (): void => setAt(null)

  async function save(part: Exclude<ConfigurationPart, 'staff'>): Promise<void> {
    setSaving(true)
    const isSaved = part === 'profile' ? await saveProfile() : await savePart(part)
    setSaving(false)
    if (isSaved) back()
  }

  async function savePart(part: Exclude<ConfigurationPart, 'staff' | 'profile'>): Promise<boolean> {
    const next = planWith(part, plan, draft)
    if (!next.ok) return false
    const kept = await changePlan(bridge, part, next.value)
    if (!kept.ok) notice(kept.error.code)
    else setDraft((before) => settled(part, next.value, profile, before))
    return kept.ok
  }

  async function saveProfile(): Promise<boolean> {
    const next = profileOf(draft)
    if (!next.ok) return false
    const kept = await bridge.call('station:profile', next.value)
    if (kept.ok) {
      setStatus(kept.value)
      setDraft((before) => settled('profile', plan, next.value, before))
    } else notice(kept.error.code)
    return kept.ok
  }

  async function chooseFile(): Promise<void> {
    const before = staff
    setStaff({ kind: 'reading' })
    const chosen = await bridge.call('plan:choose-file')
    if (!chosen.ok) return setStaff({ kind: 'fault', code: chosen.error.code === 'not-saved' && chosen.error.cause === 'too-large' ? 'too-large' : 'unread' })
    if (chosen.value.bytes === null) return setStaff(before)
    const csv = readCsv(chosen.value.bytes)
    if (!csv.ok) return setStaff({ kind: 'fault', code: csv.error.code })
    const columns = guessColumns(csv.value.head)
    setStaff({ kind: 'read', csv: csv.value, columns, found: readStaffRows(csv.value.rows, columns) })
  }

  async function replaceStaff(members: readonly StaffMember[]): Promise<void> {
    const before = staff
    setStaff({ kind: 'saving' })
    const kept = await changePlan(bridge, 'staff', { ...plan, staff: [...members] })
    if (!kept.ok) notice(kept.error.code)
    setStaff(kept.ok ? { kind: 'done', count: members.length } : before)
  }

  if (at === null) {
    return <PlanHome unsaved={unsavedParts(plan, profile, draft)} plan={plan} profile={profile} isForOtherOfficer={isForOtherOfficer} first={last} onPassphrase={onPassphrase} onLeave={onLeave} onPart={(part) => {
      setLast(part)
      setStaff({ kind: 'none' })
      setAt(part)
    }} />
  }
  if (at === 'staff') {
    return (
      <StaffScreen
        count={plan.staff.length}
        state={staff}
        onChoose={() => void chooseFile()}
        onColumns={(columns) => staff.kind === 'read' && setStaff({ ...staff, columns, found: readStaffRows(staff.csv.rows, columns) })}
        onReplace={(members) => void replaceStaff(members)}
        onBack={back}
      />
    )
  }
  const checked = at === 'profile' ? profileOf(draft) : planWith(at, plan, draft)
  return <PlanEdit part={at} draft={draft} onDraft={setDraft} missing={checked.ok ? null : checked.error} isSaving={isSaving} onSave={() => void save(at)} onBack={back} />
}
