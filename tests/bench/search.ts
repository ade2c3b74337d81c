import { join } from 'node:path'
import { runApp } from './app.ts'
import type { Said } from './job.ts'
import { against, median, quantile, rounded, type Row } from './measure.ts'

const builds = 10
/** Searches of up to six keystrokes each, on the screen itself. */
const searches = 60

/** Search over 100,000 invented patients in the real window: engines by turns, then the screen. */
export async function search(folder: string): Promise<Readonly<Record<string, Row>>> {
  const said = await runApp({ page: 'search', data: join(folder, 'search'), job: { act: 'search', rounds: builds }, limitMs: 600_000 })
  const screen = await runApp({ page: 'search', data: join(folder, 'search-screen'), job: { act: 'search-screen', rounds: searches }, limitMs: 300_000 })
  const of = (name: string, kind: string): readonly number[] => figures(said.filter((one) => one.said === kind), name)
  const p99 = (values: readonly number[]): number => quantile(values, 0.99)
  const spread = (name: string): Readonly<Record<string, number>> => ({ [`${name}P50`]: rounded(median(of(name, 'asked'))), [`${name}P99`]: rounded(p99(of(name, 'asked'))) })
  const [wanted, found] = ['wanted', 'found'].map((name) => of(name, 'asked').reduce((sum, one) => sum + one, 0))
  const [peers] = said.filter((one) => one.said === 'peers')
  const typed = screen.filter((one) => one.said === 'typed')
  const recall = (found ?? 0) / (wanted ?? 1)
  return {
    search: against(of('own', 'asked'), of('naive', 'asked'), 0.05, {
      ...spread('own'), ...spread('naive'), ...spread('mini'), ...spread('flex'), recallAt50: rounded(recall), asked: of('own', 'asked').length,
      note: 'p99 of a keystroke among 100,000 patients against filter(includes) over folded strings that stops at fifty; kanji, kana, romaji, IDs and birth dates of one to six signs. Each keystroke the best of five tries. Recall against asking every row.',
    }, p99),
    searchMiniSearch: against(of('own', 'asked'), of('mini', 'asked'), 0.02, { note: 'p99 against MiniSearch 7.2 over signs and pairs of signs, on every tenth keystroke.' }, p99),
    searchRecall: { ratio: rounded(1 / recall), target: 1, repeats: of('wanted', 'asked').length, recallAt50: rounded(recall), inOrder: rounded(median(of('isBest', 'asked'))), notInOrder: of('isBest', 'asked').filter((one) => one === 0).length, note: 'Every tenth keystroke against asking all 100,000 rows; inOrder: the same fifty in the same order.' },
    searchBuild: against(of('own', 'build'), of('packed', 'build'), 1.3, {
      joinedAsTyped: rounded(median(of('raw', 'build'))), megabytes: rounded(Number(peers?.['bytes']) / 1_048_576),
      note: 'Against joining the same keys (name-keys.ts) into one string. joinedAsTyped: the same without folding, which finds neither hiragana nor variants.',
    }),
    searchBuildFlexSearch: against(of('own', 'build'), figures(said.filter((one) => one.said === 'peers'), 'flexSearch'), 0.05, { miniSearch: rounded(Number(peers?.['miniSearch'])), note: 'Against FlexSearch 0.8 with all pieces of names; MiniSearch beside it. Peers are built once.' }),
    searchKeystroke: { ratio: rounded(p99(figures(typed, 'result')) / 2), target: 1, repeats: typed.length, p50: rounded(median(figures(typed, 'result'))), p99: rounded(p99(figures(typed, 'result'))), allowed: 2, drawnP50: rounded(median(figures(typed, 'drawn'))), drawnP99: rounded(p99(figures(typed, 'drawn'))), note: 'Both groups and the warning of a keystroke, with 60 patients here and 100,000 in the list. drawn: from the sign typed into the real screen to the new list in the page.' },
    searchFrame: against(figures(typed, 'frame'), figures(typed, 'floorFrame'), 1.1, { p99: rounded(p99(figures(typed, 'frame'))), floorP99: rounded(p99(figures(typed, 'floorFrame'))), note: 'From the sign to the end of its frame, against one changed text in the same page.' }),
  }
}

/** A million patients. */
export async function searchBig(folder: string): Promise<Readonly<Record<string, Row>>> {
  const said = await runApp({ page: 'search', data: join(folder, 'search-million'), job: { act: 'search-million', rounds: 250 }, limitMs: 600_000 })
  const asked = figures(said.filter((one) => one.said === 'asked'), 'own')
  const [million] = said.filter((one) => one.said === 'million')
  const p99 = quantile(asked, 0.99)
  return { searchMillion: { ratio: rounded(p99 / 5), target: 1, repeats: asked.length, p50: rounded(median(asked)), p99: rounded(p99), allowed: 5, build: rounded(Number(million?.['build'])), megabytes: rounded(Number(million?.['bytes']) / 1_048_576), note: 'p99 of a keystroke among 1,000,000 patients.' } }
}

function figures(said: readonly Said[], name: string): readonly number[] {
  return said.flatMap((one) => (typeof one[name] === 'number' ? [one[name]] : []))
}
