import { useEffect, useMemo, useState } from 'react'
import { headSymbols } from '#domain/log/printed-head.ts'
import { EntryId, type PatientId, type StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { plainPhrases } from '#domain/plan/phrases.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { withoutPrintedBand } from '#domain/view/bands.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import { isOf, personOf, personWith } from '#domain/view/ward-people.ts'
import { Board } from '../features/board/board.tsx'
import { alikePatients } from '../features/chart/alike.ts'
import { PatientBanner } from '../features/chart/patient-banner.tsx'
import { More } from '../features/more/more.tsx'
import { PlanReader } from '../features/plan/plan-reader.tsx'
import { Frame } from '../features/shell/frame.tsx'
import { StatusBar } from '../features/shell/status-bar.tsx'
import { TopBar, type PlaceName } from '../features/shell/top-bar.tsx'
import { goTo, setHelp, useSession, type Place } from '../session/session.ts'
import { sealedTold, type Told } from '../session/told.ts'
import { CameraScan } from '../ui/camera-scan.tsx'
import { FormVersions } from '../ui/form-versions.tsx'
import { PhrasesProvider } from '../ui/phrases.tsx'
import { useLanguage } from '../ui/language.tsx'
import { startDecoder } from '../workers/decoder.ts'
import { announcement } from './announcement.ts'
import { AuditPlace } from './audit-place.tsx'
import { CensusPlace } from './census-place.tsx'
import { ChartPlace } from './chart-place.tsx'
import { ConformancePlace } from './conformance-place.tsx'
import { ChronologyPlace } from './chronology-place.tsx'
import { ClockPlace } from './clock-place.tsx'
import { DocumentsPlace } from './documents-place.tsx'
import { ExamPlace } from './exam-place.tsx'
import { ExportPlace } from './export-place.tsx'
import { FindPlace } from './find-place.tsx'
import { FormPlace, FormsPlace } from './form-place.tsx'
import { FluidPlace } from './fluid-place.tsx'
import { helpTopicOf } from './help-topic.ts'
import { Helped } from './helped.tsx'
import { IdentityPlace } from './identity-place.tsx'
import { KeysSteps } from './keys-steps.tsx'
import { DrillEndPlace } from './drill-place.tsx'
import { InsurancePlace } from './insurance-place.tsx'
import { ItemsPlace } from './items-place.tsx'
import { CompletionPlace } from './completion-place.tsx'
import { OwnFieldsPlace } from './own-fields-place.tsx'
import { ContinuityPlace } from './continuity-place.tsx'
import { ControlledPlace } from './controlled-place.tsx'
import { MassIntakePlace } from './mass-intake-place.tsx'
import { MedicinePlace } from './medicine-place.tsx'
import { NewbornPlace } from './newborn-place.tsx'
import { Notices } from './notices.tsx'
import { OrderPlace } from './order-place.tsx'
import { BlankNumbersPlace, HandCopyPlace, PaperPlace, WaitingBandsPlace } from './paper-place.tsx'
import { PersonPlace } from './person-place.tsx'
import { ChartPrintPlace, WardPrintPlace } from './print-place.tsx'
import { PhotosPlace } from './photos-place.tsx'
import { usePorts } from './ports.ts'
import { ReferencePlace } from './reference-place.tsx'
import { RegisterKnownPlace } from './register-known-place.tsx'
import { RegisterPlace } from './register-place.tsx'
import { ReceivePlace } from './receive-place.tsx'
import { RoundPlace } from './round-place.tsx'
import { SendPlace } from './send-place.tsx'
import { StandDownPlace } from './stand-down-place.tsx'
import { SwitchSaid } from './switch-said.tsx'
import { TakenWords } from './taken-words.tsx'
import { TopBanner } from './top-banner.tsx'
import { TransfusionPlace } from './transfusion-place.tsx'
import { useBatteryCheckpoint } from './use-battery-checkpoint.ts'
import { useLookKept } from './use-look.ts'
import { VitalRoundPlace } from './vital-round-place.tsx'
import { usePeople } from './use-people.ts'
import { useSaving } from './use-saving.ts'
import { useClockOffset, useNow } from './use-now.ts'
import { usePrint } from './use-print.ts'
import { useWardScans } from './use-ward-scans.tsx'
import { useAtWork, useReference, useWardView } from './ward-context.ts'

/** Standing down and later nobody registers here. */
const placesAfter: readonly PlaceName[] = ['ward', 'find', 'chronology', 'print', 'more']
/** A desk has no ward: its first place is the work itself. */
const placesOfDesk: readonly PlaceName[] = ['desk', 'find', 'print', 'more']
const places: readonly PlaceName[] = ['ward', 'register', 'find', 'chronology', 'print', 'more']

/** The open ward: the frame that never scrolls away, and one of its places inside. */
export function WardPlace({ onLock, onPerson }: { readonly onLock: () => void; readonly onPerson: (person: Person) => void }) {
  const { bridge, hand } = usePorts()
  const { open, status, person, standing } = useAtWork()
  const view = useWardView(open)
  const reference = useReference(open)
  const place = useSession((session) => session.place)
  const plan = useSession((session) => session.plan)
  const language = useLanguage()
  const phrases = plan.phrases.length === 0 ? plainPhrases[language] : plan.phrases
  const saved = useSession((session) => session.saved)
  const [look, setLook] = useLookKept()
  const now = useNow()
  const print = usePrint()
  useBatteryCheckpoint()
  const isClockCorrected = useClockOffset() !== 0
  const [told, setTold] = useState<Told | null>(null)
  const [chosen, setChosen] = useState<PatientId | null>(null)
  const [allergyAsked, setAllergyAsked] = useState(false)
  // Held to the very visit it was asked for: whoever leaves the chart in between finds the chart when coming back.
  const [triageAt, setTriageAt] = useState<Place | null>(null)
  useEffect(() => void sealedTold(bridge, status, open.dek).then(setTold), [bridge, open]) // oxlint-disable-line react-hooks/exhaustive-deps -- told once; the status changes every few seconds

  const changePerson = (chosen: StaffNumber | null): void => goTo({ at: 'person', chosen, from: place.at === 'person' ? place.from : place })
  // Badges are read on the screen of the change itself, too: by the list there.
  const scans = useWardScans(place, changePerson)
  const [isCamera, setCamera] = useState(false)

  const people = usePeople(view)
  const allHere = useMemo(() => people.here.flatMap(({ row, others }) => [row, ...others]), [people])
  const moving = useSaving(open)
  const row = 'patient' in place ? (view.patients.get(place.patient) ?? null) : null
  // Somebody else's name above is how a band gets onto the wrong wrist.
  const born = place.at === 'newborn' && place.child !== null ? (view.patients.get(place.child) ?? null) : null
  const above = born ?? row
  const identified = place.at === 'identity' && row !== null && isRegistered(row) ? row : null
  const today = tokyoDateOf(now)
  const shown = above === null ? null : (personWith(people, above.id) ?? personOf(above))
  const isInForce = status.card.phase === 'open'
  const isDesk = status.card.role === 'desk'
  const here = hereOf(place)
  const end = open.ward.end()
  return (
    <Frame
      realm={status.realm}
      incident={<TopBanner status={status} told={told} now={now} onDetail={() => goTo({ at: isInForce ? 'audit' : 'stand-down' })} />}
      top={
        <TopBar
          places={isDesk ? placesOfDesk : isInForce ? places : placesAfter}
          here={isDesk && (here === 'ward' || place.at === 'stand-down') ? 'desk' : here}
          onGo={(to) => goTo(to === 'register' ? { at: 'register', bed: null } : to === 'more' || to === 'chronology' || to === 'find' || to === 'print' ? { at: to } : { at: 'home' })}
          waiting={view.items.open.length}
          person={{ name: person.name }}
          onChangePerson={() => changePerson(null)}
          onLock={onLock}
          now={now}
          isClockCorrected={isClockCorrected}
          look={look}
          onLook={setLook}
          onHelp={() => setHelp(true)}
        />
      }
      patient={above === null || shown === null ? null : <PatientBanner ward={status.card.profile.ward} row={above} person={shown} today={today} alike={alikePatients(above, allHere.filter(({ id }) => !isOf(shown, id)))} onAllergy={isInForce && place.at === 'chart' ? () => setAllergyAsked(true) : null} onTriage={isInForce && place.at === 'chart' ? () => setTriageAt(place) : null} now={now} />}
      banners={<><SwitchSaid key={person.staffNumber} shown={shown} today={today} /><Notices status={status} /><TakenWords key={person.staffNumber} />{scans.said}</>}
      status={
        <StatusBar
          now={now}
          isClockCorrected={isClockCorrected}
          saved={saved}
          second={secondOf(status)}
          power={{ source: status.power.onBattery ? 'battery' : 'mains', percent: status.power.percent, minutesLeft: null }}
          referenceAt={reference?.takenAt ?? null}
          ward={status.card.profile.ward}
          station={status.card.profile.letters}
          head={end.seq === 0 ? null : `${headSymbols(end.head).slice(0, 5)}-${headSymbols(end.head).slice(5)}`}
        />
      }
    >
      <FormVersions versions={view.forms}>
      <PhrasesProvider phrases={phrases}>
      <Helped topic={helpTopicOf(place)}>
      {place.at === 'register' && isInForce && <RegisterPlace key={place.bed ?? ''} bed={place.bed} />}
      {place.at === 'register-known' && isInForce && <RegisterKnownPlace key={place.row} row={place.row} />}
      {place.at === 'newborn' && isInForce && row !== null && isRegistered(row) && <NewbornPlace key={row.id} mother={row} />}
      {place.at === 'insurance' && isInForce && row !== null && isRegistered(row) && <InsurancePlace key={row.id} row={row} from={place.from} />}
      {place.at === 'forms' && isInForce && row !== null && isRegistered(row) && <FormsPlace row={row} from={place.from} />}
      {place.at === 'form' && isInForce && row !== null && isRegistered(row) && <FormPlace key={`${row.id} ${place.definition} ${place.correcting ?? ''}`} row={row} person={shown ?? personOf(row)} definition={place.definition} correcting={place.correcting} from={place.from} />}
      {place.at === 'mass-intake' && isInForce && <MassIntakePlace />}
      {place.at === 'completion' && isInForce && <CompletionPlace key={place.chosen} chosen={place.chosen} />}
      {place.at === 'find' && <FindPlace reference={reference} onRegisterKnown={isInForce ? (row) => goTo({ at: 'register-known', row }) : null} isInForce={isInForce} />}
      {place.at === 'chart' && row !== null && <ChartPlace key={row.id} row={row} person={shown ?? personOf(row)} via={place.via} tab={place.tab ?? 'course'} allergyAsked={allergyAsked} onAllergyDone={() => setAllergyAsked(false)} triageAsked={triageAt === place} onTriageDone={() => setTriageAt(null)} />}
      {place.at === 'print' && <WardPrintPlace />}
      {place.at === 'print-chart' && row !== null && isRegistered(row) && <ChartPrintPlace key={row.id} row={row} person={shown ?? personOf(row)} from={place.from} />}
      {place.at === 'photos' && row !== null && <PhotosPlace key={row.id} row={row} from={place.from} />}
      {place.at === 'transfusion' && isInForce && row !== null && shown !== null && <TransfusionPlace key={`${row.id} ${place.act} ${place.of} ${place.correcting}`} row={row} person={shown} place={place} />}
      {place.at === 'exam' && isInForce && row !== null && shown !== null && <ExamPlace key={`${row.id} ${place.act} ${place.of} ${place.correcting}`} row={row} person={shown} place={place} />}
      {place.at === 'fluid' && isInForce && row !== null && shown !== null && <FluidPlace key={`${row.id} ${place.correcting}`} row={row} person={shown} correcting={place.correcting} />}
      {place.at === 'order' && isInForce && row !== null && isRegistered(row) && <OrderPlace key={row.id} row={row} person={shown ?? personOf(row)} act={place.act} from={place.from} />}
      {place.at === 'medicine' && isInForce && row !== null && isRegistered(row) && <MedicinePlace key={row.id} row={row} person={shown ?? personOf(row)} act={place.act} from={place.from} />}
      {place.at === 'controlled' && <ControlledPlace />}
      {place.at === 'round' && <RoundPlace />}
      {place.at === 'documents' && row !== null && <DocumentsPlace key={row.id} row={row} from={place.from} />}
      {place.at === 'identity' && identified !== null && <IdentityPlace key={identified.id} row={identified} />}
      {place.at === 'paper' && row !== null && isRegistered(row) && <PaperPlace row={row} from={place.from} />}
      {place.at === 'hand-copy' && row !== null && isRegistered(row) && <HandCopyPlace row={row} from={place.from} />}
      {place.at === 'bands' && <WaitingBandsPlace />}
      {place.at === 'blank-numbers' && <BlankNumbersPlace />}
      {place.at === 'clock' && <ClockPlace />}
      {place.at === 'chronology' && <ChronologyPlace />}
      {place.at === 'keys' && <KeysSteps open={open} person={person} onDone={() => goTo({ at: 'home' })} />}
      {place.at === 'person' && <PersonPlace key={place.chosen} chosen={place.chosen} onLeave={() => goTo(place.from)} onPerson={onPerson} />}
      {place.at === 'items' && <ItemsPlace />}
      {place.at === 'own-fields' && isInForce && <OwnFieldsPlace />}
      {place.at === 'export' && <ExportPlace />}
      {place.at === 'continuity' && <ContinuityPlace from={place.from} />}
      {place.at === 'reference' && <ReferencePlace status={status} open={open} by={person.staffNumber} onBack={() => goTo({ at: 'more' })} />}
      {place.at === 'drill-end' && <DrillEndPlace status={status} open={open} person={person} />}
      {(place.at === 'stand-down' || (isDesk && place.at === 'home')) && <StandDownPlace tab={(place.at === 'stand-down' ? place.tab : null) ?? null} />}
      {place.at === 'conformance' && <ConformancePlace />}
      {place.at === 'vital-round' && isInForce && <VitalRoundPlace />}
      {place.at === 'census' && <CensusPlace />}
      {place.at === 'send' && row !== null && <SendPlace key={row.id} row={row} />}
      {place.at === 'receive' && isInForce && <ReceivePlace />}
      {place.at === 'audit' && <AuditPlace dek={open.dek} view={view} />}
      {place.at === 'more' && (
        <More
          onAnnounce={told === null || !isInForce ? null : (what) => print(announcement(what, status.card, told, plan.contacts))}
          phase={status.card.phase}
          items={view.items.open.length}
          onItems={() => goTo({ at: 'items' })}
          onRound={isDesk ? null : () => goTo({ at: 'round' })}
          onControlled={isDesk ? null : () => goTo({ at: 'controlled' })}
          bands={withoutPrintedBand(view).length}
          onBands={isInForce ? () => goTo({ at: 'bands' }) : null}
          onBlankNumbers={() => goTo({ at: 'blank-numbers' })}
          onOwnFields={isInForce ? () => goTo({ at: 'own-fields' }) : null}
          onClock={() => goTo({ at: 'clock' })}
          onCamera={isInForce ? () => setCamera(true) : null}
          onExport={() => goTo({ at: 'export' })}
          onContinuity={isDesk ? null : () => goTo({ at: 'continuity', from: place })}
          onReceive={isInForce ? () => goTo({ at: 'receive' }) : null}
          onPlan={() => goTo({ at: 'plan' })}
          onReference={() => goTo({ at: 'reference' })}
          onAudit={() => goTo({ at: 'audit' })}
          onStandDown={status.realm === 'drill' || isDesk ? null : () => goTo({ at: 'stand-down' })}
          onConformance={() => goTo({ at: 'conformance' })}
          onHelp={() => setHelp(true)}
          onBack={() => goTo({ at: 'home' })}
        />
      )}
      {place.at === 'plan' && <PlanReader plan={plan} onBack={() => goTo({ at: 'more' })} />}
      {!isDesk && (place.at === 'home' || ('patient' in place && row === null) || (isOfCare(place) && !isInForce)) && (
        <Board
          beds={status.card.profile.beds}
          people={people.here}
          today={today}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={(patient) => goTo({ at: 'chart', patient, via: 'board' })}
          onRegister={isInForce ? (bed) => goTo({ at: 'register', bed }) : null}
          onTriage={isInForce ? (patient) => {
            const chart = { at: 'chart', patient, via: 'board' } as const
            setTriageAt(chart)
            goTo(chart)
          } : null}
          onMove={isInForce ? (patient, bed) => void moving.save({ id: EntryId.parse(hand.newId()), kind: 'patient-moved', patient, at: null, body: { bed } }, standing) : null}
          onVitalRound={isInForce ? () => goTo({ at: 'vital-round' }) : null}
          onCensus={() => goTo({ at: 'census' })}
          onRound={() => goTo({ at: 'round' })}
        />
      )}
      {isCamera && (
        <CameraScan
          startReader={startDecoder}
          onCancel={() => setCamera(false)}
          onText={(text, isTyped) => {
            setCamera(false)
            scans.take(text, isTyped)
          }}
        />
      )}
      </Helped>
      </PhrasesProvider>
      </FormVersions>
    </Frame>
  )
}

/** Whatever writes new patients: nobody is taken in once the ward stands down. */
function isOfIntake({ at }: Place): boolean {
  return at === 'register' || at === 'register-known' || at === 'newborn' || at === 'mass-intake' || at === 'completion'
}

/** Whatever writes care: once the ward stands down the board is there instead. */
function isOfCare(place: Place): boolean {
  return isOfIntake(place) || placesOfCare.has(place.at)
}

const placesOfCare: ReadonlySet<Place['at']> = new Set<Place['at']>(['insurance', 'vital-round', 'forms', 'form', 'own-fields', 'transfusion', 'exam', 'fluid', 'order', 'medicine'])

function hereOf(place: Place): PlaceName | null {
  if (place.at === 'print') return 'print'
  if (place.at === 'print-chart' || place.at === 'paper' || place.at === 'hand-copy' || place.at === 'insurance' || place.at === 'forms' || place.at === 'form' || place.at === 'order' || place.at === 'medicine' || place.at === 'continuity') return hereOf(place.from)
  if (place.at === 'person' || place.at === 'keys') return null
  if (place.at === 'find' || place.at === 'chronology') return place.at
  if (isOfIntake(place)) return 'register'
  return place.at === 'home' || place.at === 'chart' || place.at === 'documents' || place.at === 'photos' || place.at === 'round' || placesOfCare.has(place.at) ? 'ward' : 'more'
}

function secondOf({ secondJournal }: ReturnType<typeof useAtWork>['status']): Parameters<typeof StatusBar>[0]['second'] {
  if (!secondJournal.configured) return { kind: 'absent' }
  if (secondJournal.cause !== null) return { kind: 'lost' }
  return secondJournal.behind > 0 ? { kind: 'behind', entries: secondJournal.behind } : { kind: 'in-step' }
}
