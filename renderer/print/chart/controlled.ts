import type { Entry as Recorded } from '#domain/log/entry.ts'
import { controlledMoveWords } from '#domain/medicine/medicine.ts'
import { shownDose } from '#domain/medicine/units.ts'
import { balanceOf, drugsOf, type ControlledLine } from '#domain/view/controlled.ts'
import { heading, noCells, table } from './cut.ts'
import { cell, lines, type Entry, type Grid } from './ink.ts'
import { secondOf } from './medication-doses.ts'
import type { Section } from './paper.ts'
import { dayOf, periodOf, timeOf } from './say.ts'

const grid: Grid = {
  name: '麻薬・向精神薬 帳簿', hasHead: true, rowMm: 9,
  columns: [{ head: '月日', width: 7, isMiddle: true }, { head: '時刻', width: 7, isMiddle: true }, { head: '種別', width: 9, isMiddle: true }, { head: '量', width: 11, isMiddle: true }, { head: '患者(番号)', width: 16, pt: 7.5 }, { head: '票番号', width: 10, pt: 7.5 }, { head: '残', width: 11, isMiddle: true, isLabel: true }, { head: '扱った人', width: 14, pt: 7.5 }, { head: '立会者・説明', width: 15, pt: 7.5 }],
}

/** F22: the ward's safe, a table a medicine, with what the book says is left after each line. `entryOf`: the record of a line, where it is at hand. */
export function controlledSheet(ledger: readonly ControlledLine[], numberOf: (line: ControlledLine) => string, entryOf: (line: ControlledLine) => Recorded | null): readonly Section[] {
  const drugs = drugsOf(ledger)
  return [{
    period: periodOf(ledger.map(({ at }) => at)),
    blocks: [
      ...drugs.flatMap(({ drug, unit }) => {
        const own = ledger.filter((line) => drugsOf([line, { ...line, drug, unit }]).length === 1)
        return [heading(drug, `単位 ${shownDose(1, unit).ja.slice(2)}　残 ${shownDose(balanceOf(ledger, drug, unit), unit).ja}`), table(grid, own.map((line) => entryFor(line, ledger, drug, numberOf, entryOf)), { least: 2, fills: false, mm: 9, cells: noCells })]
      }),
      ...(drugs.length === 0 ? [heading('薬剤名・規格', ''), table(grid, [], { least: 20, fills: true, mm: 9, cells: noCells })] : []),
    ],
  }]
}

function entryFor(line: ControlledLine, ledger: readonly ControlledLine[], drug: string, numberOf: (line: ControlledLine) => string, entryOf: (line: ControlledLine) => Recorded | null): Entry {
  const entry = entryOf(line)
  const who = entry === null ? { name: '', staffNumber: '' } : (entry.onBehalfOf ?? entry.by)
  const after = balanceOf(ledger.slice(0, ledger.indexOf(line) + 1), drug, line.unit)
  const moved = entry?.kind === 'controlled-moved' ? entry.body : null
  const given = entry?.kind === 'medicine-given' ? entry.body : null
  return [[
    cell(dayOf(line.at)), cell(timeOf(line.at)), cell(line.move === 'given' ? '施用' : controlledMoveWords[line.move].ja), cell(shownDose(line.amount, line.unit).ja),
    cell(line.patient === null ? '' : numberOf(line)), cell(moved?.slip ?? given?.controlled?.slip ?? ''), cell(shownDose(after, line.unit).ja), lines(...(entry === null ? [] : [who.name, who.staffNumber])),
    lines(...secondOf(moved?.byTwo ?? given?.byTwo ?? null).split(/[（）]/), moved?.explained ?? '', given !== null && given.controlled !== null && given.controlled.discarded > 0 ? `残の廃棄 ${shownDose(given.controlled.discarded, line.unit).ja}` : ''),
  ]]
}
