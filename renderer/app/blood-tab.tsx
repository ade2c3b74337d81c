import { bloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { bagsOf } from '#domain/transfusion/running.ts'
import { bagTasks } from '#domain/transfusion/tasks.ts'
import { careFactsOf } from '#domain/view/care.ts'
import type { ChartTabShown } from '../features/chart/chart-screen.tsx'
import { BloodPanel, type BloodActs } from '../features/transfusion/blood-panel.tsx'
import { words } from '../features/transfusion/words.ts'
import { goTo } from '../session/session.ts'
import { useWords } from '../ui/language.tsx'
import type { OfChart } from './chart-tabs.tsx'
import { useNow } from './use-now.ts'
import { useAtWork } from './ward-context.ts'

/** 「輸血」 of a chart: of every registration of the person. */
export function useBloodTab({ row, person }: OfChart): ChartTabShown {
  const { status } = useAtWork()
  const say = useWords(words)
  const now = useNow(15_000)
  const members = [person.row, ...person.others]
  const bags = bagsOf(members)
  const running = bags.filter(({ end }) => end === null).length
  const care = members.flatMap((member) => member.care)
  const ended = new Set([...careFactsOf(care, 'order-stopped'), ...careFactsOf(care, 'order-done')].map(({ body }) => body.order))
  const answered = new Set(careFactsOf(care, 'transfusion-started').map(({ body }) => body.order))
  const orders = careFactsOf(care, 'order-given').filter(({ entry, body }) => body.category === 'transfusion' && !ended.has(entry) && !(body.term === 'once' && answered.has(entry)))
  const place = { at: 'transfusion', patient: row.id, of: null, correcting: null } as const
  const acts: BloodActs | null = status.card.phase !== 'open' ? null : {
    onBloodType: () => goTo({ ...place, act: 'blood-type' }),
    onStart: (order) => goTo({ ...place, act: 'start', of: order }),
    onWatch: (bag) => goTo({ ...place, act: 'watch', of: bag }),
    onEnd: (bag) => goTo({ ...place, act: 'end', of: bag }),
    onCorrect: (act, of, correcting) => goTo({ ...place, act, of, correcting }),
  }
  return { name: 'blood', label: say.tab, ...(running === 0 ? {} : { count: running }), panel: <BloodPanel bloodType={bloodTypeNow(members)} bags={bags} tasks={bagTasks(members, now)} orders={orders} now={now} acts={acts} /> }
}
