import { bridgeOver } from './host.ts'

/** The machine, asked for the first status while the screens' modules are still being evaluated: when they are, the answer is there. */
export const machine = bridgeOver(window.tomoshibi)
export const firstStatus = machine.call('station:status')
