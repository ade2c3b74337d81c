import type { ReactNode } from 'react'
import { Help } from '../features/help/help.tsx'
import type { HelpTopic } from '../features/help/topics.ts'
import { WithHelp } from '../features/shell/with-help.tsx'
import { goTo, setHelp, useSession } from '../session/session.ts'
import { useLookKept } from './use-look.ts'

/** Where nothing half-typed is left behind by going elsewhere. */
const calmTopics: ReadonlySet<HelpTopic> = new Set(['sealed', 'lock', 'ward', 'audit'])

/** A place with its help. The place stays alive under it: F1 in the middle of a form costs nothing that was typed. */
export function Helped({ topic, children }: { readonly topic: HelpTopic; readonly children: ReactNode }) {
  const isHelp = useSession((session) => session.isHelp)
  const [call] = useSession((session) => session.plan.contacts)
  const [look, setLook] = useLookKept()
  const help = isHelp ? <Help topic={topic} paperPlace={null} contact={call === undefined ? null : `${call.who}　${call.reach}`} onPlan={calmTopics.has(topic) ? () => goTo({ at: 'plan' }) : null} onConformance={calmTopics.has(topic) ? () => goTo({ at: 'conformance' }) : null} textSize={look.textSize} onTextSize={(textSize) => setLook({ ...look, textSize })} onBack={() => setHelp(false)} /> : null
  return <WithHelp help={help}>{children}</WithHelp>
}
