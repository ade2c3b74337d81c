/** Joins the class names that apply. CSS modules answer `undefined` for a misspelt name; it is left out, and looks wrong at once. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
