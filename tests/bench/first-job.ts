/** Asked for before the screens' modules are evaluated: waiting for it is no part of a start. */
export const firstJob = window.bench.call('job', null)
