/** What a half-written form is called. Of a form that goes on with one record the record's id is no part of the name, and of a dose neither its order nor its time. */
export function formName(form: string, names: Readonly<Record<string, string>>): string {
  const kind = form.replace(/-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')
  return names[kind] ?? names[kind.split(' ')[0] ?? kind] ?? kind
}
