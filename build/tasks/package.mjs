// `npm run package` [dir | inspectable | release]
//   dir           the program as a folder, as it ships: out/package/*-unpacked   (the default)
//   inspectable   the same with the inspector on, which Playwright needs: out/package/inspectable/*-unpacked
//   release       the installers of this system; only with the pinned Electron, never with the stand-in
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { settings } from '../package/settings.mjs'
import { readyElectron } from '../setup/electron.mjs'
import { root, say, Unready } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['app']

/** @param {string[]} args */
export async function run(args) {
  // `--linux dir` as electron-builder itself would be asked; the system is always the one it runs on.
  const [kind = 'dir', ...rest] = args.filter((arg) => arg !== `--${process.platform === 'win32' ? 'win' : 'linux'}`)
  if (!['dir', 'inspectable', 'release'].includes(kind) || rest.length > 0)
    throw new Unready('Say what to package: dir, inspectable or release.', 'npm run package -- dir')
  const runtime = await readyElectron()
  if (kind === 'release' && runtime.kind !== 'pinned')
    throw new Unready('A release is built on the pinned Electron only, and it is not on this machine. With a network, run', 'npx install-electron')

  const inspectable = kind === 'inspectable'
  const output = join(root, 'out/package', inspectable ? 'inspectable' : '')
  if (kind !== 'release') await rm(join(output, `${process.platform === 'win32' ? 'win' : 'linux'}-unpacked`), { recursive: true, force: true })
  process.env.ELECTRON_BUILDER_DISABLE_UPDATE_CHECK = '1'
  const { build } = await import('electron-builder')
  const made = await build({
    projectDir: root,
    ...(kind === 'release' ? {} : { dir: true }),
    config: settings({ output, inspectable, runtime }),
  })
  for (const file of made) say(file)
  if (runtime.kind !== 'pinned') say(`In ${output}. On the stand-in Electron ${runtime.version}: to try, never to hand out.`)
  return 0
}
