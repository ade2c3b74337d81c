import { Camera, CircleHelp, Clock, DoorClosed, FileHeart, FileInput, FileOutput, FilePlus, ListChecks, ListTodo, LockKeyhole, Megaphone, Printer, Scale, ShieldCheck, Tags, UserCheck, Users, type LucideIcon } from 'lucide-react'
import type { Phase } from '#domain/incident/life.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'
import css from './more.module.css'

/** What is needed rarely: one line and one button each. */
export function More({ phase, items, onItems, onRound, onControlled, bands, onBands, onBlankNumbers, onOwnFields, onClock, onCamera, onAnnounce, onExport, onContinuity, onReceive, onPlan, onReference, onAudit, onStandDown, onConformance, onHelp, onBack }: {
  readonly phase: Phase
  /** How many things wait for an approval or a second person. */
  readonly items: number
  readonly onItems: () => void
  /** Null at a desk of the records office, which has no ward. */
  readonly onRound: (() => void) | null
  readonly onControlled: (() => void) | null
  /** How many patients have no printed band. */
  readonly bands: number
  /** Null where nothing is registered any more. */
  readonly onBands: (() => void) | null
  readonly onBlankNumbers: () => void
  /** Null where nobody writes any more. */
  readonly onOwnFields: (() => void) | null
  readonly onClock: () => void
  /** Null where nothing of a patient may be opened by a scan. */
  readonly onCamera: (() => void) | null
  /** Null when there is nothing to make known. */
  readonly onAnnounce: ((what: 'poster-a4' | 'poster-a3' | 'runner') => void) | null
  readonly onExport: () => void
  readonly onContinuity: (() => void) | null
  /** Null where nobody is taken in any more. */
  readonly onReceive: (() => void) | null
  readonly onPlan: () => void
  readonly onReference: () => void
  readonly onAudit: () => void
  /** Null in a drill: it is ended, not stood down. */
  readonly onStandDown: (() => void) | null
  readonly onConformance: () => void
  readonly onHelp: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  return (
    <Screen label={say.label} pace="spacious" keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.back}</Button>}>
      <ul className={css['list']}>
        <Way icon={FileOutput} act={say.export} what={say.exportWhat} onPress={onExport} isFirst />
        {onContinuity !== null && <Way icon={FileHeart} act={say.continuity} what={say.continuityWhat} onPress={onContinuity} />}
        {onReceive !== null && <Way icon={FileInput} act={say.receive} what={say.receiveWhat} onPress={onReceive} />}
        <Way icon={UserCheck} act={say.items(items)} what={say.itemsWhat} onPress={onItems} />
        {onRound !== null && <Way icon={ListTodo} act={say.round} what={say.roundWhat} onPress={onRound} />}
        {onControlled !== null && <Way icon={LockKeyhole} act={say.controlled} what={say.controlledWhat} onPress={onControlled} />}
        <Way icon={Users} act={say.reference} what={say.referenceWhat} onPress={onReference} />
        {onBands !== null && (
          <>
            <Way icon={Printer} act={say.bands(bands)} what={say.bandsWhat} onPress={onBands} />
            <Way icon={Tags} act={say.blanks} what={say.blanksWhat} onPress={onBlankNumbers} />
          </>
        )}
        {onOwnFields !== null && <Way icon={FilePlus} act={say.ownFields} what={say.ownFieldsWhat} onPress={onOwnFields} />}
        <Way icon={ListChecks} act={say.plan} what={say.planWhat} onPress={onPlan} />
        <Way icon={ShieldCheck} act={say.audit} what={say.auditWhat} onPress={onAudit} />
        <Way icon={Scale} act={say.conformance} what={say.conformanceWhat} onPress={onConformance} />
        {onAnnounce !== null && (
          <li className={css['way']}>
            <span className={css['acts']}>
              <Button icon={Megaphone} onPress={() => onAnnounce('poster-a4')}>{say.posterA4}</Button>
              <Button onPress={() => onAnnounce('poster-a3')}>{say.posterA3}</Button>
              <Button onPress={() => onAnnounce('runner')}>{say.runner}</Button>
            </span>
            <span>{say.announceWhat}</span>
          </li>
        )}
        {onCamera !== null && <Way icon={Camera} act={say.camera} what={say.cameraWhat} onPress={onCamera} />}
        <Way icon={Clock} act={say.clock} what={say.clockWhat} onPress={onClock} />
        {onStandDown !== null && <Way icon={DoorClosed} act={phase === 'open' ? say.standDown : phase === 'reconciling' ? say.reconciling : say.standingDown} what={say.standDownWhat} onPress={onStandDown} />}
        <Way icon={CircleHelp} act={say.help} what={say.helpWhat} onPress={onHelp} />
      </ul>
    </Screen>
  )
}

function Way({ icon, act, what, onPress, isFirst = false }: { readonly icon: LucideIcon; readonly act: string; readonly what: string; readonly onPress: () => void; readonly isFirst?: boolean }) {
  return (
    <li className={css['way']}>
      <Button icon={icon} autoFocus={isFirst} onPress={onPress}>{act}</Button>
      <span>{what}</span>
    </li>
  )
}
