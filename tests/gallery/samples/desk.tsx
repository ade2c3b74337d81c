import { FirstRun } from '#renderer/features/first-run/first-run.tsx'
import { DeskSetUp } from '#renderer/features/desk-set-up/desk-set-up.tsx'
import { emptyDeskDraft } from '#renderer/features/desk-set-up/draft.ts'
import { PassphraseFields } from '#renderer/features/maintenance/passphrase-fields.tsx'
import { ReconcileDesk } from '#renderer/features/reconcile/desk.tsx'
import css from '#renderer/features/reconcile/reconcile.module.css'
import { TakeInPanel, type TakeInForm, type TakeInState } from '#renderer/features/reconcile/take-in-panel.tsx'
import { TakenIn, type ConflictShown, type WardTakenIn } from '#renderer/features/reconcile/taken-in.tsx'
import { Banners } from '#renderer/features/shell/banners.tsx'
import { Frame } from '#renderer/features/shell/frame.tsx'
import { DeskBanner } from '#renderer/features/shell/incident-banner.tsx'
import { StatusBar } from '#renderer/features/shell/status-bar.tsx'
import { TopBar } from '#renderer/features/shell/top-bar.tsx'
import type { Sample } from '../sample.ts'
import { at } from '../ward-fixture.ts'
import { now, station, useLook } from './shell.tsx'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}
const wards: readonly WardTakenIn[] = [
  { letters: 'AF', ward: '5階東', hospital: '架空総合病院', exportNo: 3, madeAt: at(26, 8, 10), keyId: '3F0A91C27B5E44D1', here: 1842, of: 1842 },
  { letters: 'HK', ward: '3階西', hospital: '架空総合病院', exportNo: 1, madeAt: at(26, 8, 40), keyId: '90C1DD4E0A7722B8', here: 400, of: 913 },
]
const conflict: ConflictShown = { id: '1', what: '看護記録', here: '2026-11-19 08:20　佐藤 美咲　右前腕に擦過傷', there: '2026-11-19 08:20　佐藤 美咲　左前腕に擦過傷', letters: 'HK' }
const empty: TakeInForm = { way: 'export', file: null, isSigned: false, officer: '', code: ['', '', '', ''], folder: null }
const chosen: TakeInForm = { ...empty, file: 'DWW_HK_20261126-0840_0001.zip.age', isSigned: true, officer: 'AGE-SECRET-KEY-1' }
const ready: TakeInState = { is: 'ready', refused: null, done: null }

function DeskPage({ children }: { readonly children: React.ReactNode }) {
  const look = useLook()
  return (
    <Frame
      realm="real" incident={<DeskBanner realm="real" name="診療情報管理室 1" onDetail={nothing} />}
      top={<TopBar places={['desk', 'find', 'print', 'more']} here="desk" onGo={nothing} person={{ name: '医事 花' }} onLock={nothing} now={now} look={look} onLook={nothing} onHelp={nothing} />}
      patient={null} banners={<Banners notices={[]} />}
      status={<StatusBar now={now} saved={{ kind: 'saved', at: now }} second={{ kind: 'absent' }} power={{ source: 'mains', percent: null, minutesLeft: null }} referenceAt={null} ward="診療情報管理室 1" station={station} head="7K2MQ-8H3RD" />}
    >
      {children}
    </Frame>
  )
}

function TakingIn({ form, state, taken, conflicts = [], more = 0 }: { readonly form: TakeInForm; readonly state: TakeInState; readonly taken: readonly WardTakenIn[]; readonly conflicts?: readonly ConflictShown[]; readonly more?: number }) {
  return (
    <DeskPage>
      <ReconcileDesk isDesk tab="take-in" onTab={nothing} counts={{ 'take-in': taken.length, match: 12, transcribe: 2210, check: 9, close: 9 }} reading={{ is: 'read' }} onLeave={null}>
        <div className={css['two']}>
          <div className={css['scroll']}><TakenIn wards={taken} conflicts={conflicts} more={more} onCopy={() => true} /></div>
          <div className={css['scroll']}><TakeInPanel form={form} onForm={nothing} state={state} onFiles={nothing} onTakeIn={nothing} onStop={nothing} onFolder={nothing} onGive={nothing} onCodeOnPaper={nothing} /></div>
        </div>
      </ReconcileDesk>
    </DeskPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'desk-first-run', render: () => <ClosedPage title="準備" isNamed={false}><FirstRun lookedAt={now} isSearching={false} onSearchAgain={nothing} onChooseFolder={nothing} onRestore={null} onSetUp={nothing} onDesk={nothing} lookedIn={[{ folder: '/var/lib/tomoshibi', found: 'nothing' }]} /></ClosedPage> },
  { name: 'desk-set-up', render: () => <ClosedPage title="準備" isNamed={false}><DeskSetUp draft={{ ...emptyDeskDraft, hospital: '架空総合病院', desk: '診療情報管理室 1', letters: 'RX', staffNumber: 'C-0007' }} onDraft={nothing} passphrase={<PassphraseFields typed={{ first: '', again: '' }} onTyped={nothing} isFirst={false} />} isWorking={false} fault={null} onBegin={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'desk-set-up-wrong-key', render: () => <ClosedPage title="準備" isNamed={false}><DeskSetUp draft={{ ...emptyDeskDraft, hospital: '架空総合病院', desk: '診療情報管理室 1', letters: 'QQ', staffNumber: 'C 7', name: '医事 花', profession: 'clerk' }} onDraft={nothing} passphrase={<PassphraseFields typed={{ first: 'short', again: '' }} onTyped={nothing} isFirst={false} />} isWorking={false} fault="key" onBegin={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'desk-take-in-empty', render: () => <TakingIn form={empty} state={ready} taken={[]} /> },
  { name: 'desk-take-in', render: () => <TakingIn form={chosen} state={{ is: 'ready', refused: { code: 'letters-twice', letters: 'HK', here: '3階西', there: '南館2階' }, done: null }} taken={wards} conflicts={[conflict]} more={2} /> },
  { name: 'desk-taking-in', render: () => <TakingIn form={chosen} state={{ is: 'working', step: 'saving', done: 400, of: 913 }} taken={wards} /> },
  { name: 'desk-taken-in', render: () => <TakingIn form={empty} state={{ is: 'ready', refused: null, done: { from: 'HK 3階西', added: 513, already: 400 } }} taken={wards.map((ward) => ({ ...ward, here: ward.of }))} /> },
  { name: 'desk-receive', render: () => <TakingIn form={{ ...empty, way: 'receive', file: 'DWX_RX_0123456789ab.age' }} state={{ is: 'ready', refused: { code: 'wrong-code' }, done: null }} taken={wards} /> },
  { name: 'desk-given', render: () => <TakingIn form={{ ...empty, way: 'give', folder: '/media/usb' }} state={{ is: 'given', code: '7K2MQ-8RT4D-00XZ7-3C9FH', fileName: 'DWX_RX_0123456789ab.age', entries: 412 }} taken={wards} /> },
]
