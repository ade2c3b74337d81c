import { useState } from 'react'
import type { Look } from '#domain/bridge.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { plainPhrases } from '#domain/plan/phrases.ts'
import type { Realm } from '#domain/realm.ts'
import { instantOf } from '#domain/time.ts'
import { Banners } from '#renderer/features/shell/banners.tsx'
import { Frame } from '#renderer/features/shell/frame.tsx'
import { DrillBanner, IncidentBanner, type IncidentShown } from '#renderer/features/shell/incident-banner.tsx'
import { StatusBar, type Power, type SecondJournal } from '#renderer/features/shell/status-bar.tsx'
import { TopBar, type PlaceName } from '#renderer/features/shell/top-bar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage } from '#renderer/ui/language.tsx'
import { PhrasesProvider } from '#renderer/ui/phrases.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import type { Saved } from '#renderer/ui/saved-state.tsx'
import type { Sample } from '../sample.ts'

const nothing = (): void => {}
/** 2026-11-20 16:24 in Japan: the afternoon of the third day of an invented outage. */
export const now = instantOf(Date.UTC(2026, 10, 20, 7, 24, 0))
export const station = StationLetters.parse('AF')

export function useLook(): Look {
  return { language: useLanguage(), theme: document.documentElement.dataset['theme'] === 'night' ? 'night' : 'day', textSize: 100 }
}

export const incident: IncidentShown = {
  realm: 'real', stage: 'in-force', reason: 'cyber-attack', since: instantOf(Date.UTC(2026, 10, 18, 5, 40)), until: null,
  openedEnvelopes: 1, allEnvelopes: 3, openedBy: '佐藤 美咲', decidedBy: '副院長 森',
}

/** The whole page around one screen of an open station, for samples. */
export function OpenPage({ children, realm = 'real', here = 'ward', patient = null, notices = [], stage = 'in-force', saved = { kind: 'saved', at: instantOf(Date.UTC(2026, 10, 20, 7, 23, 41)) }, second = { kind: 'in-step' }, power = { source: 'battery', percent: 82, minutesLeft: 190 } }: {
  readonly children: React.ReactNode
  readonly realm?: Realm
  readonly here?: 'ward' | 'register' | 'find' | 'chronology' | 'print' | 'more'
  readonly patient?: React.ReactNode
  readonly notices?: React.ComponentProps<typeof Banners>['notices']
  readonly stage?: IncidentShown['stage']
  readonly saved?: Saved
  readonly second?: SecondJournal
  readonly power?: Power
}) {
  const look = useLook()
  const [place, setPlace] = useState<PlaceName>(here)
  const shown = stage === 'in-force' ? incident : { ...incident, until: instantOf(Date.UTC(2026, 10, 27, 0, 0)) }
  return (
    <Frame
      realm={realm}
      incident={realm === 'drill' ? <DrillBanner minutesLeft={187} onEndDrill={nothing} onReal={nothing} /> : <IncidentBanner incident={{ ...shown, realm, stage }} now={now} onDetail={nothing} />}
      top={
        <TopBar
          places={['ward', 'register', 'find', 'chronology', 'more']} here={place} onGo={setPlace} person={{ name: '佐藤 美咲' }}
          onLock={nothing} now={now} look={look} onLook={nothing} onHelp={nothing} isClockCorrected={realm === 'drill'}
        />
      }
      patient={patient}
      banners={<Banners notices={notices} />}
      status={<StatusBar now={now} saved={saved} second={second} power={power} backupAt={instantOf(Date.UTC(2026, 10, 20, 7, 0))} referenceAt={instantOf(Date.UTC(2026, 10, 17, 22, 40))} ward="5階東" station={station} head="7K2MQ-8H3RD" />}
    >
      <PhrasesProvider phrases={plainPhrases[look.language]}>{children}</PhrasesProvider>
    </Frame>
  )
}

const empty = <Screen label="病棟">{null}</Screen>

export const samples: readonly Sample[] = [
  { name: 'shell-open', render: () => <OpenPage>{empty}</OpenPage> },
  { name: 'shell-drill', render: () => <OpenPage realm="drill" saved={{ kind: 'unsaved', isDraftKept: true }}>{empty}</OpenPage> },
  { name: 'shell-demo', render: () => <OpenPage realm="demo">{empty}</OpenPage> },
  { name: 'shell-down', render: () => <OpenPage stage="reconciling" power={{ source: 'mains', percent: 100, minutesLeft: null }}>{empty}</OpenPage> },
  {
    name: 'shell-trouble',
    render: () => (
      <OpenPage
        saved={{ kind: 'cannot-save' }} second={{ kind: 'behind', entries: 214 }} power={{ source: 'battery', percent: 9, minutesLeft: 14 }}
        notices={[
          { id: 'second', look: 'info', words: '二重記録を追いかけ中です。残り 214件。書き続けてかまいません。' },
          { id: 'battery', look: 'warn', words: <><b>電池があと14分です。</b>病棟一式を印刷してください。</>, action: <Button onPress={nothing}>病棟一式を印刷</Button> },
          { id: 'disk', look: 'danger', words: <><b>保存先に書けません。</b>紙に書いてください。空きができしだい保存を再開します。</>, action: <Button onPress={nothing}>対処を見る</Button> },
        ]}
      >
        {empty}
      </OpenPage>
    ),
  },
]
