// The fuses burnt into the packaged program, every one set on purpose (security-reliability §1.2).
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** @typedef {Partial<Record<FuseV1Options, boolean>>} Profile */

/** @type {Record<FuseV1Options, boolean>} */
const release = {
  [FuseV1Options.RunAsNode]: false, // Else the program is a Node shell for whoever sets a variable.
  [FuseV1Options.EnableCookieEncryption]: true, // We keep no cookies; should one appear, it is not in the clear.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false, // Else NODE_OPTIONS loads code before ours.
  [FuseV1Options.EnableNodeCliInspectArguments]: false, // Else --inspect reads the ward's memory.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true, // Works on Windows and macOS; Linux ignores it.
  [FuseV1Options.OnlyLoadAppFromAsar]: true, // Else a folder beside the archive is started instead of it.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // We ship no snapshot of our own.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false, // Pages come from app://; file:// gets nothing.
  [FuseV1Options.WasmTrapHandlers]: true, // Only how WebAssembly checks its bounds; on is Electron's own choice.
}

/**
 * The profile for a program, which may be older than our list (the stand-in has eight fuses, not nine).
 * @param {string} program
 * @param {{ inspectable: boolean }} how
 * @returns {Promise<Profile>}
 */
export async function profileFor(program, { inspectable }) {
  const has = await getCurrentFuseWire(program)
  const wanted = { ...release, [FuseV1Options.EnableNodeCliInspectArguments]: inspectable }
  return Object.fromEntries(Object.entries(wanted).filter(([fuse]) => fuse in has))
}

/**
 * Sets them and reads them back. A fuse that a newer Electron adds stops the build until it stands above.
 * @param {string} program
 * @param {{ inspectable: boolean }} how
 */
export async function setFuses(program, how) {
  const profile = await profileFor(program, how)
  const config = { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...profile }
  await flipFuses(program, /** @type {import('@electron/fuses').FuseConfig} */ (config))
  const wrong = await wrongFuses(program, how)
  if (wrong.length > 0) throw new Error(`Fuses not as wanted in ${program}: ${wrong.join(', ')}`)
}

/**
 * Names the fuses of a packaged program that are not as wanted. For tests of a build, too.
 * @param {string} program
 * @param {{ inspectable: boolean }} how
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(program, how) {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(await profileFor(program, how))
    .filter(([fuse, on]) => wire[/** @type {FuseV1Options} */ (Number(fuse))] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? fuse)
}
