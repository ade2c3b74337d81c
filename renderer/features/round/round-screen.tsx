import { useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import type { TaskState } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import type { WardDue } from '#domain/view/due.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import table from '#renderer/ui/table.module.css'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { DueLine } from './due-line.tsx'
import { words } from './words.ts'
import css from './round.module.css'

const states = ['overdue', 'due', 'coming'] as const satisfies readonly TaskState[]

/** いつ誰に: what is due of everybody, by time, then by bed. */
export function RoundScreen({ dues, now, onOpen, onBack }: { readonly dues: readonly WardDue[]; readonly now: Instant; readonly onOpen: (due: WardDue) => void; readonly onBack: () => void }) {
  const say = useWords(words)
  const [chosen, setChosen] = useState<TaskState | 'all'>('all')
  const shown = dues.filter(({ state }) => chosen === 'all' || state === chosen)
  return (
    <Screen label={say.title} keys={{ onBack }} foot={<Button keys={['Esc']} autoFocus onPress={onBack}>{say.back}</Button>}>
      <div className={css['round']}>
        <Tabs
          label={say.title} prefix="round" chosen={chosen} onChoose={setChosen} end={<span className={css['lead']}>{say.lead}</span>}
          tabs={[{ name: 'all' as const, label: say.title, count: dues.length }, ...states.map((state) => ({ name: state, label: say.counts[state], count: dues.filter((due) => due.state === state).length }))]}
        />
        <div className={css['scroll']} role="tabpanel" aria-labelledby={tabId('round', chosen)} tabIndex={0}>
          {shown.length === 0 ? <Empty title={say.none}>{say.noneNext}</Empty> : (
            <table className={table['table']}>
              <thead><tr><th>{say.time}</th><th>{say.bed}</th><th>{say.patient}</th><th>{say.what}</th><th><span className={css['unseen']}>{say.open}</span></th></tr></thead>
              <tbody>{shown.map((due) => <Line key={due.key} due={due} now={now} onOpen={onOpen} />)}</tbody>
            </table>
          )}
        </div>
      </div>
    </Screen>
  )
}

function Line({ due, now, onOpen }: { readonly due: WardDue; readonly now: Instant; readonly onOpen: (due: WardDue) => void }) {
  const say = useWords(words)
  const who = whoOf(due.person.row)
  const { bed } = due.person
  return (
    <tr>
      <td className={table['still']}><DueTime due={due.due} state={due.state} now={now} /></td>
      <td className={table['still']}><b>{bed === null ? say.noBed : <Written>{bed}</Written>}</b></td>
      <td>{who !== null && <><b><PatientName naming={who.naming} /></b><span className={table['sub']}>{who.number}</span></>}</td>
      <td><DueLine due={due} /></td>
      <td className={table['still']}><Button size="small" label={say.openOf(who === null ? '' : `${shownName(who.naming)} ${who.number}`)} onPress={() => onOpen(due)}>{say.open}</Button></td>
    </tr>
  )
}
