import type { MachineCheck } from '#domain/inventory/machine-check.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { StateWord, type State } from '#renderer/ui/state-word.tsx'
import { machineWords } from './machine-words.ts'
import css from './machine-lines.module.css'

const states: Readonly<Record<MachineCheck['is'], State>> = { good: 'ok', found: 'warn', 'not-checked': 'none' }

/** What of the machine keeps things, what was found in it, and what the installer sets. Good lines are short; the others say what to do. */
export function MachineLines({ machine }: { readonly machine: readonly MachineCheck[] }) {
  const say = useWords(machineWords)
  return (
    <ul className={css['lines']}>
      {machine.map(({ check, is, of }) => (
        <li key={check}>
          <span className={css['head']}><b>{say.checks[check].name}</b><StateWord is={states[is]}>{say.is[is]}</StateWord></span>
          {is === 'found' && <p>{say.checks[check].found}{of.length > 0 && ` (${of.join(', ')})`} {say.checks[check].set}</p>}
          {is === 'not-checked' && <p>{say.checks[check].look}</p>}
        </li>
      ))}
    </ul>
  )
}
