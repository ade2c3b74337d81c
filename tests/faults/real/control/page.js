// oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-return, typescript/no-unsafe-assignment -- a plain page with a script tag: Dexie comes in as a global without types, as it would in anybody’s page
// Writes records of the size of an entry, and says of each when the database called it complete.
import { Dexie } from '/dexie.mjs'

const db = new Dexie('control')
db.version(1).stores({ records: '++key' })
const text = 'x'.repeat(900)

globalThis.control = {
  open: () => db.open().then(() => true),
  /** Two writers at once, as the two forms of a chart. */
  writeWithoutEnd: async (/** @type {number} */ round) => {
    await Promise.all(
      ['a', 'b'].map(async (writer) => {
        for (let index = 0; ; index += 1) {
          const marker = `r${round}${writer}${index}`
          await db.table('records').add({ marker, text })
          void globalThis.faultTold({ saved: marker })
        }
      }),
    )
  },
  markers: async () => (await db.table('records').toArray()).map((/** @type {{ marker: string }} */ { marker }) => marker),
}
