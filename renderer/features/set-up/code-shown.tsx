import css from './code-shown.module.css'

/** A code or fingerprint to be read from the screen: its groups large and apart, as on the sheet. */
export function CodeShown({ label, code }: { readonly label: string; readonly code: string }) {
  return (
    <figure className={css['figure']}>
      <figcaption>{label}</figcaption>
      <p className={css['groups']}>
        {code.split('-').map((group, index) => <span key={index}>{group}</span>)}
      </p>
    </figure>
  )
}
