import type { InventoryRow } from '#domain/inventory/inventory.ts'
import type { Instant } from '#domain/time.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './sealed.module.css'

/** Each envelope with its place and holder. A broken seal stays here for ever. */
export function EnvelopeRail({ envelopes, now }: { readonly envelopes: readonly InventoryRow[]; readonly now: Instant }) {
  const say = useWords(words)
  const gone = envelopes.filter(({ state }) => state === 'retired' || state === 'void').map(({ envelope }) => say.envelope(envelope))
  return (
    <>
      <table className={table['table']}>
        <tbody>
          {envelopes.filter(({ state }) => state !== 'retired' && state !== 'void').map(({ envelope, state, place, holder, seen }) => (
            <tr key={envelope}>
              <td className={css['number']}><span className={css['box']}>{envelope}</span></td>
              <td>
                {place === '' || place === '—' ? <>{say.envelope(envelope)}<small className={table['sub']}>{say.noPlace}</small></> : <><Written>{place}</Written>{holder !== '' && <small className={table['sub']}><Written>{say.holder(holder)}</Written></small>}</>}
              </td>
              <td className={table['figures']}>
                <StateWord is={state === 'sealed' ? 'ok' : state === 'missing' ? 'bad' : 'warn'}>{state === 'sealed' ? say.unopened : state === 'missing' ? say.missing : say.opened}</StateWord>
                {seen !== null && <small className={table['sub']}>{say.seen(nearMoment(seen.at, now))}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {gone.length > 0 && <p className={css['gone']}>{say.gone(gone.join('、'))}</p>}
    </>
  )
}
