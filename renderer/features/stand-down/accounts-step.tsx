import { Banner } from '#renderer/ui/banner.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { inventoryFindings, type Inventory } from './draft.ts'
import { words } from './words.ts'
import css from './stand-down.module.css'

/** The inventory must close before the accounts end: each envelope opened or not, and any that does not fit its account. */
export function AccountsStep({ inventory, patientsLeft, hasBackup, isCollected, onCollected, hasFailed }: {
  readonly inventory: Inventory
  readonly patientsLeft: number
  readonly hasBackup: boolean
  readonly isCollected: boolean
  readonly onCollected: (isCollected: boolean) => void
  readonly hasFailed: boolean
}) {
  const say = useWords(words).accounts
  const findings = inventoryFindings(inventory)
  return (
    <div className={css['stack']}>
      {hasFailed && <Banner look="danger">{say.failed}</Banner>}
      {!hasBackup && <Banner look="warn" isAnnounced={false}>{say.noBackup}</Banner>}
      {patientsLeft > 0 && <Banner look="warn" isAnnounced={false}>{say.patientsLeft(patientsLeft)}</Banner>}
      <Leaders isRuled>
        {inventory.all.map((envelope) => {
          const finding = findings.find((one) => one.envelope === envelope)
          return (
            <Leader
              key={envelope} question={say.envelope(envelope)} state={finding === undefined ? 'ok' : 'warn'}
              answer={finding === undefined ? (inventory.opened.includes(envelope) ? say.wasOpened : say.notOpened) : say.finding[finding.finding]}
            />
          )
        })}
      </Leaders>
      <div className={css['checks']}><Check autoFocus isOn={isCollected} onChange={onCollected}>{say.confirm}</Check></div>
      <p className={css['quiet']}>{say.after}</p>
    </div>
  )
}
