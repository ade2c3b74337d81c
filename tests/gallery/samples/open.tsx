import { useState } from 'react'
import { StaffNumber } from '#domain/ids.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { plainPlan, type HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { Help } from '#renderer/features/help/help.tsx'
import { Lock } from '#renderer/features/lock/lock.tsx'
import { nobodyYet, type LockAnswer, type ReturnedDraft } from '#renderer/features/lock/missing.ts'
import { Returned } from '#renderer/features/lock/returned.tsx'
import { emptyOpenDraft, type CodeAnswer, type OpenDraft, type OpenStep } from '#renderer/features/open/draft.ts'
import { Open } from '#renderer/features/open/open.tsx'
import { OpenedScreen } from '#renderer/features/open/opened.tsx'
import { PinScreen } from '#renderer/features/keys/pin-screen.tsx'
import { RestartCodeScreen } from '#renderer/features/keys/restart-code-screen.tsx'
import { Frame } from '#renderer/features/shell/frame.tsx'
import { IncidentBanner } from '#renderer/features/shell/incident-banner.tsx'
import { TopBar } from '#renderer/features/shell/top-bar.tsx'
import { WithHelp } from '#renderer/features/shell/with-help.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import type { Sample } from '../sample.ts'
import { incident, now, useLook } from './shell.tsx'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}
const thatAfternoon = instantOf(Date.UTC(2026, 10, 18, 5, 50, 27))
const thatMonth = instantOf(Date.UTC(2026, 10, 1))

const filled: OpenDraft = {
  ...emptyOpenDraft, reason: 'cyber-attack', story: '14:40から電子カルテが開かない。5階東の在院28名の記録と指示を続けるため。',
  effects: ['I', 'II'], opener: { staffNumber: '204817', name: '佐藤 美咲', isListed: true }, profession: 'nurse', decidedBy: '副院長 森 一郎', clock: 'right', envelope: 1,
  ladder: { reading: 'cannot', entry: 'cannot', network: 'cannot', phone: 'can', power: 'can', printer: 'unknown' },
}

const plan: HospitalPlan = {
  ...plainPlan,
  criteria: { 'cyber-attack': '電子カルテが30分以上使えず、復旧の見込みが立たないとき。\n身代金要求の画面が1台でも出たとき。' },
  declarers: [
    { name: '森 一郎', duty: '副院長', staffNumber: StaffNumber.parse('100042'), isDeputy: false },
    { name: '山﨑 直子', duty: '看護部長', staffNumber: StaffNumber.parse('198802'), isDeputy: true },
    { name: '髙橋 健', duty: '当直師長', staffNumber: null, isDeputy: true },
  ],
  contacts: [{ who: '情報管理室', reach: '内線 2210', note: '夜間は防災センター 内線 2999' }, { who: '災害対策本部', reach: 'PHS 2901', note: '' }],
}

function Opening({ step, draft = filled, answer = { kind: 'not-tried' }, waitSeconds = 0, device = thatAfternoon }: { readonly step: OpenStep; readonly draft?: OpenDraft; readonly answer?: CodeAnswer; readonly waitSeconds?: number; readonly device?: Instant }) {
  const [at, setAt] = useState({ step, draft })
  return (
    <ClosedPage title="緊急開封" now={thatAfternoon}>
      <Open
        step={at.step} draft={at.draft} onDraft={(next) => setAt({ ...at, draft: next })} onStep={(next) => setAt({ ...at, step: next })} plan={plan} isScanned={false} onForms={null} onHelp={nothing}
        facts={{ device, notBefore: thatMonth, answer, waitSeconds, retired: [4] }}
        envelopes={[1, 2, 3, 4].map((number) => ({ number, isOpened: false, isRetired: number === 4 }))} fingerprint="7K2M7-QE541-CFRFD" onOpen={nothing} onOverride={nothing} onLeave={nothing}
      />
    </ClosedPage>
  )
}

const people = [
  ['佐藤 美咲', '204817', 5], ['山﨑 直子', '198802', 5], ['髙橋 健', '310211', 3], ['小林 由美', '201133', 5], ['大木 真理', '310552', 0], ['森 一郎', '100042', 5],
  ['德永 さくら', '220914', 5], ['濵田 陽一', '215530', 5], ['ファン・ティ・ラン', '330871', 5],
].map(([name, staffNumber, left]) => ({ name: String(name), staffNumber: StaffNumber.parse(staffNumber), left: Number(left) }))

const notYet = [{ name: '架空 次郎', staffNumber: StaffNumber.parse('215999') }]

function Locked({ canUsePins = true, answer = { kind: 'not-tried' }, waitSeconds = 0, staff = people }: { readonly canUsePins?: boolean; readonly answer?: LockAnswer; readonly waitSeconds?: number; readonly staff?: typeof people }) {
  const look = useLook()
  return (
    <Frame
      incident={<IncidentBanner incident={incident} now={now} onDetail={nothing} />}
      top={<TopBar title={look.language === 'ja' ? '施錠中' : 'Locked'} station="潮見総合病院　5階東病棟" now={now} look={look} onLook={nothing} onHelp={nothing} />}
    >
      <Lock people={staff} notYet={notYet} whose={() => null} canUsePins={canUsePins} hasRestartCodes answer={answer} waitSeconds={waitSeconds} onPin={nothing} onRestartCode={nothing} onEnvelope={nothing} />
    </Frame>
  )
}

function Announced({ isFurther = false }: { readonly isFurther?: boolean }) {
  const facts = { reason: isFurther ? null : 'cyber-attack', effects: ['I', 'II'], since: thatAfternoon, isClockCorrected: true, decidedBy: '副院長 森 一郎', openedBy: '佐藤 美咲', witness: null, envelope: 1, opened: 1, of: 3 } as const
  return <ClosedPage title="緊急開封" now={thatAfternoon}><OpenedScreen facts={facts} isSilent={false} onSilence={nothing} onPrint={nothing} onPin={nothing} onLater={nothing} /></ClosedPage>
}

function RestartCode() {
  const [holder, setHolder] = useState('198802')
  const [isCopied, setCopied] = useState(false)
  return (
    <ClosedPage title="緊急開封" now={thatAfternoon}>
      <RestartCodeScreen code="C5F7XJ-JSKZBT" holder={holder} onHolder={setHolder} isCopied={isCopied} onCopied={setCopied} state="shown" onKeep={nothing} onSkip={nothing} />
    </ClosedPage>
  )
}

function Back() {
  const [draft, setDraft] = useState<ReturnedDraft>({ ...nobodyYet, name: '山﨑 直子', staffNumber: '198802', profession: 'nurse', pin: '482915', pinAgain: '482' })
  return (
    <ClosedPage title="施錠中" now={now}>
      <Returned how="restart" taken={[]} draft={draft} onDraft={setDraft} isEntering={false} hasFailed={false} onEnter={nothing} onLeave={nothing} />
    </ClosedPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'open-0-ladder', render: () => <Opening step="ladder" /> },
  { name: 'open-0-ladder-unknown', render: () => <Opening step="ladder" draft={emptyOpenDraft} /> },
  { name: 'open-0-instead-2', render: () => <Opening step="instead" draft={{ ...filled, stage: 2 }} /> },
  { name: 'open-0-instead-4', render: () => <Opening step="instead" draft={{ ...filled, stage: 4 }} /> },
  { name: 'open-1-reason', render: () => <Opening step="reason" /> },
  { name: 'open-1-reason-empty', render: () => <Opening step="reason" draft={emptyOpenDraft} /> },
  { name: 'open-2-people', render: () => <Opening step="people" /> },
  { name: 'open-3-clock', render: () => <Opening step="clock" /> },
  { name: 'open-3-clock-wrong', render: () => <Opening step="clock" draft={{ ...filled, clock: 'wrong', timeTyped: '1453', dateTyped: '11/20' }} /> },
  { name: 'open-3-clock-dead', render: () => <Opening step="clock" draft={{ ...filled, clock: 'wrong', timeTyped: '1453' }} device={instantOf(Date.UTC(2010, 0, 1, 0, 3))} /> },
  { name: 'open-3-clock-utc', render: () => <Opening step="clock" draft={{ ...filled, clock: 'wrong', timeTyped: '2352' }} /> },
  { name: 'open-4-code-retired', render: () => <Opening step="code" draft={{ ...filled, envelope: 4 }} /> },
  { name: 'open-4-code', render: () => <Opening step="code" draft={{ ...filled, code: ['6ARTV', '3Y291', '4HWE2', 'R5C'] }} />, focus: 'input[aria-label^="4組目"], input[aria-label^="Group 4"]' },
  { name: 'open-4-code-wrong', render: () => <Opening step="code" draft={{ ...filled, code: ['6ARTV', '3Y291', 'CFRFD', '52821'] }} answer={{ kind: 'wrong', wrongInARow: 3 }} waitSeconds={4} /> },
  { name: 'open-4-code-roster', render: () => <Opening step="code" draft={{ ...filled, code: ['6ARTV', '3Y291', 'CFRFD', '52821'] }} answer={{ kind: 'roster-differs', sealedEpoch: 4, epoch: 5 }} /> },
  { name: 'open-5-opened', render: () => <Announced /> },
  { name: 'open-5-opened-further', render: () => <Announced isFurther /> },
  { name: 'open-5-pin', render: () => <ClosedPage title="緊急開封" now={thatAfternoon}><PinScreen draft={{ pin: '482915', pinAgain: '482' }} onDraft={nothing} onKeep={nothing} onLater={nothing} /></ClosedPage> },
  { name: 'lock', render: () => <Locked /> },
  { name: 'lock-alone', render: () => <Locked staff={people.slice(0, 1)} /> },
  { name: 'lock-restart', render: () => <Locked canUsePins={false} answer={{ kind: 'wrong-code' }} waitSeconds={8} /> },
  { name: 'open-6-restart', render: () => <RestartCode /> },
  { name: 'lock-returned', render: () => <Back /> },
  {
    name: 'help-ward',
    render: () => (
      <ClosedPage title="非常時端末" now={now}>
        <WithHelp help={<Help topic="ward" paperPlace="ナースステーションの赤い箱（様式12種・筆記具）" contact="情報管理室 内線 2210　夜間は防災センター 内線 2999" onPlan={nothing} onConformance={nothing} textSize={100} onTextSize={nothing} onBack={nothing} />}>
          <Screen label="病棟">{null}</Screen>
        </WithHelp>
      </ClosedPage>
    ),
  },
  { name: 'help-sealed', render: () => <ClosedPage title="非常時端末"><Help topic="sealed" paperPlace={null} contact={null} onPlan={nothing} onConformance={nothing} textSize={100} onTextSize={nothing} onBack={nothing} /></ClosedPage> },
]
