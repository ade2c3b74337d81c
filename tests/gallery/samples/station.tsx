import type { ReactNode } from 'react'
import { StaffNumber } from '#domain/ids.ts'
import type { MachineCheck } from '#domain/inventory/machine-check.ts'
import type { InventoryRow } from '#domain/inventory/inventory.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { FirstRun } from '#renderer/features/first-run/first-run.tsx'
import { InventoryScreen } from '#renderer/features/inventory/inventory.tsx'
import { SealCheckScreen } from '#renderer/features/seal-check/seal-check.tsx'
import { Closed } from '#renderer/features/sealed/closed.tsx'
import { Sealed } from '#renderer/features/sealed/sealed.tsx'
import { Frame } from '#renderer/features/shell/frame.tsx'
import { TopBar } from '#renderer/features/shell/top-bar.tsx'
import type { Sample } from '../sample.ts'
import { station, useLook } from './shell.tsx'

const nothing = (): void => {}
const at = (month: number, day: number, hour: number, minute: number): Instant => instantOf(Date.UTC(2026, month - 1, day, hour - 9, minute))
const quietMorning = at(11, 17, 10, 5)

/** The page around one screen of a station that is not open. */
const titles = { 準備: 'Preparation', 非常時端末: 'Emergency station', 緊急開封: 'Break-glass', 施錠中: 'Locked', 記録室の机: 'Records office' } as const

export function ClosedPage({ children, title, now = quietMorning, isNamed = true }: { readonly children: ReactNode; readonly title: keyof typeof titles; readonly now?: Instant; readonly isNamed?: boolean }) {
  const look = useLook()
  return (
    <Frame top={<TopBar title={look.language === 'ja' ? title : titles[title]} {...(isNamed ? { station: '潮見総合病院　5階東病棟' } : {})} now={now} look={look} onLook={nothing} onHelp={nothing} />}>
      {children}
    </Frame>
  )
}

const row = (envelope: number, place: string, holder: string): InventoryRow => ({ envelope, state: 'sealed', place, holder, seen: { at: at(11, 13, 10, 20), found: 'intact', by: { name: '師長 山﨑 直子', staffNumber: StaffNumber.parse('N-0120') } } })

const sealed = {
  now: quietMorning, letters: station, epoch: 4, sealedAt: at(10, 30, 9, 12), sealedBy: '情報管理室 小林', fingerprint: '7K2M7-QE541-CFRFD',
  envelopes: [row(10, '看護部長室 金庫', '看護部長 髙橋'), row(11, '5階東病棟 薬品庫', '師長 山﨑'), row(12, '防災センター 鍵箱', '警備 当直長')],
  lastCheck: { at: at(11, 13, 10, 20), by: { name: '師長 山﨑 直子', staffNumber: StaffNumber.parse('N-0120') }, findings: 0 }, nextCheck: at(11, 20, 10, 20),
  checkedAt: at(11, 17, 10, 0), isChecking: false, lastOpenedAt: null,
  events: [{ at: at(11, 17, 10, 0), what: '自己点検　異常なし' }, { at: at(11, 17, 7, 41), what: '起動　前回は正常に終了' }, { at: at(11, 13, 10, 20), what: '自己点検　異常なし' }],
  onBreakGlass: nothing, onCheck: nothing, onRecord: nothing, onInventory: nothing, onMaintenance: nothing, onReference: nothing, onPlan: nothing, onAudit: nothing, onHelp: nothing, onBlankForms: nothing, onDrill: nothing,
} as const

const machine = [
  { check: 'swap', is: 'found', of: [] }, { check: 'core-dumps', is: 'good', of: [] }, { check: 'hibernation', is: 'good', of: [] }, { check: 'crash-files', is: 'not-checked', of: [] },
  { check: 'ime', is: 'found', of: ['Mozc'] }, { check: 'clipboard', is: 'good', of: [] }, { check: 'spool', is: 'found', of: [] }, { check: 'screen-lock', is: 'not-checked', of: [] },
] as const satisfies readonly MachineCheck[]

export const samples: readonly Sample[] = [
  {
    name: 'closed',
    render: () => (
      <ClosedPage title="非常時端末">
        <Closed letters={station} isDesk={false} retired={[1, 2, 3]} isBegun={false} onRenew={nothing} onInventory={nothing} onPlan={nothing} onAudit={nothing} onMaintenance={nothing} onErase={nothing} />
      </ClosedPage>
    ),
  },
  {
    name: 'desk-closed',
    render: () => (
      <ClosedPage title="記録室の机">
        <Closed letters={station} isDesk retired={[]} isBegun={false} onRenew={nothing} onInventory={nothing} onPlan={nothing} onAudit={nothing} onMaintenance={nothing} onErase={nothing} />
      </ClosedPage>
    ),
  },
  {
    name: 'seal-check',
    render: () => (
      <ClosedPage title="非常時端末">
        <SealCheckScreen envelopes={[{ number: 10, place: '看護部長室 金庫' }, { number: 11, place: '5階東病棟 薬品庫' }, { number: 12, place: '' }]} machine={machine} isSaving={false} onTestPrint={nothing} onRecord={nothing} onBack={nothing} />
      </ClosedPage>
    ),
  },
  {
    name: 'inventory',
    render: () => (
      <ClosedPage title="非常時端末">
        <InventoryScreen rows={[{ ...row(9, '', ''), state: 'void', seen: null }, ...sealed.envelopes]} now={quietMorning} onKeep={nothing} onPrint={nothing} onBack={nothing} />
      </ClosedPage>
    ),
  },
  {
    name: 'first-run',
    render: () => (
      <ClosedPage title="準備" isNamed={false}>
        <FirstRun lookedAt={quietMorning} isSearching={false} onSearchAgain={nothing} onChooseFolder={nothing} onRestore={nothing} onSetUp={nothing} onDesk={nothing}
          lookedIn={[{ folder: '/var/lib/tomoshibi', found: 'nothing' }, { folder: '/media/灯-2/tomoshibi', found: 'missing' }]} />
      </ClosedPage>
    ),
    focus: 'input[value="yes"]',
  },
  {
    name: 'first-run-damaged',
    render: () => (
      <ClosedPage title="準備" isNamed={false}>
        <FirstRun lookedAt={quietMorning} isSearching={false} onSearchAgain={nothing} onChooseFolder={nothing} onRestore={nothing} onSetUp={nothing} onDesk={nothing}
          lookedIn={[{ folder: '/var/lib/tomoshibi', found: 'damaged' }]} />
      </ClosedPage>
    ),
  },
  {
    name: 'sealed',
    render: () => (
      <ClosedPage title="非常時端末">
        <Sealed {...sealed} broken={[]} checks={[
          { check: 'chain', frames: 1204, alarms: 0 }, { check: 'accounts', whole: 3, of: 3 }, { check: 'inventory', unopened: 3, of: 3, missing: 0 }, { check: 'machine', found: 2, notChecked: 1 }, { check: 'reference', list: { takenAt: at(11, 14, 7, 40), patients: 85_213 } }, { check: 'second-journal', state: 'in-step', behind: 0 },
          { check: 'clock', confirmedAt: at(11, 13, 10, 20), hasJumped: false }, { check: 'exit', exit: 'clean' }, { check: 'letters', letters: 'AF', isInDoubt: false },
          { check: 'power', percent: 100, isOnBattery: false },
        ]} />
      </ClosedPage>
    ),
  },
  {
    name: 'sealed-trouble',
    render: () => (
      <ClosedPage title="非常時端末">
        <Sealed {...sealed} broken={[1]} lastOpenedAt={at(9, 1, 13, 30)} nextCheck={at(11, 8, 10, 20)} envelopes={[{ ...row(10, '看護部長室 金庫', '看護部長 髙橋'), state: 'missing' }, row(11, '5階東病棟 薬品庫', '師長 山﨑'), { ...row(12, '', ''), state: 'sealed', seen: null }, { ...row(9, '', ''), state: 'void' }, { ...row(8, '', ''), state: 'retired' }]} checks={[
          { check: 'chain', frames: 88_204, alarms: 1 }, { check: 'accounts', whole: 2, of: 3 }, { check: 'inventory', unopened: 2, of: 3, missing: 1 }, { check: 'printer', at: null, isPrinted: false }, { check: 'reference', list: { takenAt: at(11, 3, 7, 40), patients: 85_213 } }, { check: 'second-journal', state: 'behind', behind: 214 },
          { check: 'clock', confirmedAt: null, hasJumped: false }, { check: 'exit', exit: 'unclean' }, { check: 'letters', letters: 'AF', isInDoubt: true },
          { check: 'power', percent: 62, isOnBattery: true },
        ]} />
      </ClosedPage>
    ),
  },
]
