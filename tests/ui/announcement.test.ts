import { expect, it } from 'vitest'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { StationCard } from '#domain/station.ts'
import { instantOf } from '#domain/time.ts'
import { announcement } from '#renderer/app/announcement.ts'

const card: Pick<StationCard, 'profile' | 'opened'> = { profile: { hospital: '架空病院', ward: '3階西', letters: StationLetters.parse('AF'), beds: [] }, opened: [1, 3] }
const told = { since: instantOf(0), reasonCode: 'cyber-attack', openedBy: '見本 一郎', decidedBy: '病院長 見本 院長' }

it('[TELL-4] poster and slip say what, since when, who decided, who opened, and every envelope opened so far', () => {
  const said = { event: 'サイバー攻撃', since: told.since, decidedBy: told.decidedBy, openedBy: told.openedBy, envelopes: [1, 3], hospital: '架空病院', ward: '3階西' }
  expect(announcement('poster-a3', card, told, [{ who: '情報管理室', reach: '内線 2210', note: '' }])).toEqual({ kind: 'poster', paper: 'A3', contact: '情報管理室 内線 2210', ...said })
  expect(announcement('runner', card, told, [])).toEqual({ kind: 'runner', contact: '', ...said })
  expect(announcement('poster-a4', card, { ...told, reasonCode: 'unheard-of' }, [])).toMatchObject({ paper: 'A4', event: 'その他の非常時' })
})
