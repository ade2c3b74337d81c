// `npm run prove`: the slow tier. Long properties, whole simulations, big wards.
import { closingLine, runVitest } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools']

/** @param {string[]} args */
export const run = async (args) => closingLine([await runVitest('prove', args)])
