import { isSettled, readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { readStaffNumber } from '#domain/ids.ts'
import type { Person, Profession } from '#domain/log/person.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { StationProfile } from '#domain/station.ts'
import { checkText, mostName } from '#domain/text.ts'
import type { words } from './words.ts'

export type DeskDraft = { readonly hospital: string; readonly desk: string; readonly letters: string; readonly staffNumber: string; readonly name: string; readonly profession: Profession | null; readonly key: string; readonly passphrase: { readonly first: string; readonly again: string } }
export const emptyDeskDraft: DeskDraft = { hospital: '', desk: '', letters: '', staffNumber: '', name: '', profession: null, key: '', passphrase: { first: '', again: '' } }

export function readDeskLetters(typed: string): StationLetters | null {
  return StationLetters.safeParse(typed.normalize('NFKC').toUpperCase().trim()).data ?? null
}

export type DeskAsked = { readonly profile: StationProfile; readonly person: Person; readonly key: string; readonly passphrase: Passphrase }

/** What is wanted to begin, or the first thing that is missing. */
export function readDesk({ hospital, desk, letters: typed, staffNumber: number, name, profession, key, passphrase: typedTwice }: DeskDraft): DeskAsked | keyof typeof words.missing {
  const [letters, staffNumber, passphrase] = [readDeskLetters(typed), readStaffNumber(number), readPassphrase(typedTwice.first)]
  if (hospital.trim() === '') return 'hospital'
  if (desk.trim() === '') return 'desk'
  if (letters === null) return 'letters'
  if (staffNumber === null) return 'staffNumber'
  if (name.trim() === '') return 'name'
  if (profession === null) return 'profession'
  if (key.trim() === '') return 'key'
  if (!passphrase.ok || !isSettled(typedTwice.first, typedTwice.again)) return 'passphrase'
  if (![hospital, desk, name].every((text) => checkText(text, mostName).ok)) return 'text'
  return { profile: { hospital, ward: desk, letters, beds: [] }, person: { staffNumber, name, profession }, key, passphrase: passphrase.value }
}
