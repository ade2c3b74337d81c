import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { comparedPeople, listedOfReference, type ComparedPerson, type Double } from '#domain/reconcile/candidates.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { Candidate, Comparing } from '../features/reconcile/match-panel.tsx'
import type { ReferenceList } from '../session/reference.ts'
import { shownNow } from '../session/session.ts'
import { shortMoment } from '../ui/moment.ts'
import { startMatchWorker, type MatchWorker } from '../workers/match-worker.ts'
import { usePorts } from './ports.ts'
import { useAtWork, useReference } from './ward-context.ts'

/** The ward beside the hospital's list: who is alike, and who of the ward may be there twice. */
export type Compared = {
  readonly comparing: Comparing
  readonly people: readonly ComparedPerson[]
  readonly candidatesOf: (patient: PatientId) => readonly Candidate[]
  /** Null: not compared yet. */
  readonly doubles: readonly Double[] | null
  readonly again: () => void
  readonly stop: () => void
}

type Found = { readonly people: readonly ComparedPerson[]; readonly candidates: ReadonlyMap<PatientId, readonly Candidate[]>; readonly doubles: readonly Double[] }

/** Compares once the list is here, in a worker; again when another list was imported, or when somebody asks. */
export function useCompared(): Compared {
  const { hand } = usePorts()
  const { open } = useAtWork()
  const list = useReference(open)
  const states = useSyncExternalStore(open.reference.subscribe, open.reference.lists)
  const isReading = states.patients.is === 'reading' || (states.patients.is !== 'here' && states.census.is === 'reading')
  const [comparing, setComparing] = useState<Comparing>({ is: 'list-reading' })
  const [found, setFound] = useState<Found | null>(null)
  const worker = useRef<MatchWorker | null>(null)
  const stop = useCallback(() => {
    worker.current?.stop()
    worker.current = null
    setComparing({ is: 'stopped' })
  }, [])

  const compare = useCallback(async (against: ReferenceList | null): Promise<void> => {
    worker.current?.stop()
    const mine = startMatchWorker()
    worker.current = mine
    const people = comparedPeople(open.ward.view())
    setComparing({ is: 'comparing', done: 0, of: against?.count ?? 0 })
    try {
      const made = await mine.compare({ people: people.map(({ listed }) => listed), parts: against?.parts ?? [], today: tokyoDateOf(shownNow(hand)) }, (done, of) => worker.current === mine && setComparing({ is: 'comparing', done, of }))
      if (worker.current !== mine) return // stopped meanwhile
      const candidates = new Map<PatientId, Candidate[]>()
      for (const match of made.matches) {
        const patient = people[match.asking]?.patient
        if (patient === undefined || against === null) continue
        candidates.set(patient, [...(candidates.get(patient) ?? []), candidateOf(against, match)])
      }
      setFound({ people, candidates, doubles: made.doubles.flatMap(([one, two]): readonly Double[] => pairOf(people[one]?.patient, people[two]?.patient)) })
      setComparing(against === null ? { is: 'no-list' } : { is: 'compared', takenAt: shortMoment(against.takenAt), people: against.count })
    } catch {
      if (worker.current === mine) setComparing({ is: 'failed' })
    } finally {
      if (worker.current === mine) worker.current = null
      mine.stop()
    }
  }, [open, hand])

  useEffect(() => {
    if (isReading) return setComparing({ is: 'list-reading' })
    void compare(list)
    return () => {
      worker.current?.stop()
      worker.current = null
    }
  }, [compare, list, isReading])

  return { comparing, people: found?.people ?? [], candidatesOf: (patient) => found?.candidates.get(patient) ?? [], doubles: found?.doubles ?? null, again: () => void compare(list), stop }
}

function pairOf(one: PatientId | undefined, two: PatientId | undefined): readonly Double[] {
  return one === undefined || two === undefined ? [] : [[one, two]]
}

function candidateOf(list: ReferenceList, { searched, scored, holds }: { readonly searched: number; readonly scored: Candidate['scored']; readonly holds: Candidate['holds'] }): Candidate {
  const patient = list.at(searched)
  const naming = { kind: 'known', ...patient } as const
  return { hospitalId: patient.hospitalId, name: shownName(naming), kana: shownKana(naming), listed: listedOfReference(patient), scored, holds }
}
