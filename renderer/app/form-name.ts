/** What a half-written form is called. Of a form that goes on with one record the record's id is no part of the name. */
export function formName(form: string, names: Readonly<Record<string, string>>): string {
  const kind = form.replace(/-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')
  return names[kind] ?? kind
}
