import '#renderer/base.css'
import { createRoot } from 'react-dom/client'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { find } from '#domain/search/find.ts'
import { rowsOf } from '#domain/search/rows.ts'
import { buildSearch } from '#domain/search/search-index.ts'
import { instantOf } from '#domain/time.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { searchTextOf } from '#domain/search/patient-text.ts'
import { loadFonts } from '#renderer/fonts.ts'
import { FindScreen } from '#renderer/features/find/find-screen.tsx'
import { resultsOf, type ReferenceList } from '#renderer/features/find/results.ts'
import { LanguageProvider } from '#renderer/ui/language.tsx'
import { aNumber, aPatient, patientId } from '#tests/builders.ts'
import { OpenPage } from '#tests/gallery/samples/shell.tsx'
import { inventedPatients, keystrokes, sourceOf, type InventedPatient } from '#tests/patients.ts'
import { perCall } from './search-engines.ts'
import { say } from './ward-acts.ts'

const count = 100_000
const nothing = (): void => {}

/**
 * The screen people type into, over sixty patients of a ward and a hospital's list of 100,000. Signs come in as typing does
 * (an editing command on the box that has the focus); the list stands in the page when the command returns. Beside
 * each: a single text changed in the same page, up to its frame; and the results alone, both groups and the warning.
 */
export async function searchScreen(searches: number): Promise<void> {
  const patients = inventedPatients(count)
  const index = buildSearch(sourceOf(patients))
  const here = wardOf(inventedPatients(60, 3).map((one, n) => ({ seq: n + 1, entry: aPatient({ number: aNumber(n + 1), naming: { kind: 'known', family: one.family, given: one.given, familyKana: one.familyKana, givenKana: one.givenKana }, birth: one.birth, sex: one.sex, bed: `${501 + Math.floor(n / 4)}-${1 + (n % 4)}` }, { patient: patientId(n + 1) }) })))
  const registered = registeredPatients(here)
  const ward = { patients: registered, rows: rowsOf({ count: registered.length, at: (row) => searchTextOf(registered[row] ?? never()) }) }
  const reference: ReferenceList = { takenAt: instantOf(Date.UTC(2026, 10, 19, 22, 40)), importedAt: instantOf(Date.UTC(2026, 10, 19, 23, 0)), count, find: (typed, most) => find(index, typed, most), at: (row) => referenceOf(patients[row] ?? never()) }
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has a root')
  createRoot(root).render(
    <LanguageProvider language="ja">
      <OpenPage here="find">
        <FindScreen ward={ward} reference={reference} now={instantOf(Date.UTC(2026, 10, 20, 7, 24))} onOpenChart={nothing} onRegisterKnown={nothing} onRegister={nothing} onBack={nothing} />
      </OpenPage>
    </LanguageProvider>,
  )
  // The faces the application draws with, all of one weight and the other: names in a fallback face cost three times the layout,
  // and a face that comes in the middle lays the page out once more.
  await loadFonts()
  await Promise.all([...document.fonts].filter(({ family }) => family.includes('UDPGothic')).map((face) => face.load()))
  await twoFrames()
  const box = document.querySelector('input')
  const floor = document.body.appendChild(document.createElement('span'))
  floor.style.position = 'fixed'
  if (box === null) throw new Error('The screen has one box')
  box.focus()
  let round = 0
  for (const { typed } of keystrokes(patients, searches)) {
    const [sign = ''] = [...typed].slice(-1)
    if ([...typed].length === 1) {
      box.select()
      document.execCommand('delete') // oxlint-disable-line typescript/no-deprecated -- what the keyboard does, and no page can do otherwise
      await twoFrames()
    }
    const from = performance.now()
    document.execCommand('insertText', false, sign) // oxlint-disable-line typescript/no-deprecated -- as above
    const drawn = performance.now() - from
    if (box.value !== typed) throw new Error('The box lost a sign')
    const frame = (await nextFrame()) - from
    await twoFrames()
    const floorFrom = performance.now()
    floor.textContent = String((round += 1))
    const floorFrame = (await nextFrame()) - floorFrom
    say('typed', { result: perCall(() => resultsOf(typed, ward, reference)), drawn, frame, floorFrame, rows: document.querySelectorAll('[role="row"][aria-selected]').length })
    await twoFrames()
  }
}

function referenceOf({ ids, family, given, familyKana, givenKana, sex, birth, bed }: InventedPatient): ReferencePatient {
  return { hospitalId: ids[0] ?? '', family, given, familyKana, givenKana, sex, birth, phone: '', stay: bed === '' ? null : { ward: '5東', bed, admittedOn: null }, allergies: null }
}

/** When the page has been drawn: the task after the frame's own. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(performance.now())
    port2.postMessage(null)
  }))
}

async function twoFrames(): Promise<void> {
  await nextFrame()
  await nextFrame()
}

function never(): never {
  throw new Error('Rows are asked for up to the count')
}
