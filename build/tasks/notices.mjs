// `npm run notices`: writes THIRD-PARTY-NOTICES.md again, after a dependency changed.

/** @type {import('../run.mjs').Task['needs']} */
export const needs = []

export async function run() {
  await import('../notices/write.mjs')
  return Number(process.exitCode ?? 0)
}
