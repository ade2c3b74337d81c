// What electron-builder is told. Targets we can't make on a machine that reaches only the npm registry (AppImage,
// deb, NSIS: their tools come from elsewhere) are set here all the same, for the machine that makes releases.
import { join } from 'node:path'
import { root } from '../setup/say.mjs'
import { setFuses } from './fuses.mjs'

const linuxProgram = 'tomoshibi'

/**
 * @param {object} what
 * @param {string} what.output where the packages go
 * @param {boolean} what.inspectable leave the inspector on, so that Playwright can drive the program
 * @param {import('../setup/electron.mjs').Runtime} what.runtime
 * @returns {import('electron-builder').Configuration}
 */
export const settings = ({ output, inspectable, runtime }) => ({
  appId: 'jp.tomoshibi.station',
  productName: 'Tomoshibi',
  copyright: 'Apache-2.0',
  directories: { output, buildResources: join(root, 'build/icons') },
  electronVersion: runtime.version,
  // The stand-in lies ready in its folder; the pinned version is fetched, and checked, by electron-builder itself.
  ...(runtime.kind === 'pinned' ? {} : { electronDist: runtime.folder }),

  // Everything is bundled in out/app. No node_modules: what is not in the bundle is not in the program.
  files: ['out/app/**/*', '!out/app/.built-from', 'package.json', '!node_modules/**/*'],
  extraFiles: [
    { from: join(root, 'LICENSE'), to: 'LICENSE.txt' },
    { from: join(root, 'THIRD-PARTY-NOTICES.md'), to: 'THIRD-PARTY-NOTICES.md' },
  ],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['ja', 'en-US'],
  // It is carried to the ward on a stick and never asks a server for anything, least of all for itself.
  publish: null,
  afterPack: ({ appOutDir, packager, electronPlatformName }) =>
    setFuses(programIn(appOutDir, electronPlatformName, packager.appInfo.productFilename), { inspectable }),

  linux: {
    target: ['AppImage', 'deb'],
    executableName: linuxProgram,
    icon: 'icon.png',
    category: 'MedicalSoftware',
    synopsis: 'Ward records without the network',
    maintainer: 'The Tomoshibi authors',
    vendor: 'The Tomoshibi authors',
    // No executableArgs: the launcher must never carry --no-sandbox. AppImage's own launcher adds it where users may
    // not make namespaces; the program refuses to start with it there, and the deb is the one to install.
  },
  deb: { packageCategory: 'science', priority: 'optional' },
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    icon: 'icon.ico',
    executableName: 'Tomoshibi',
    // A nurse has no administrator's password at 3 a.m.; only installing asks for one.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    // One place per PC, under Program Files, where a user can't change the program.
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false, // The ward's records are never the installer's to delete.
    include: join(root, 'build/package/installer.nsh'),
    artifactName: 'Tomoshibi-${version}-setup.exe',
  },
  portable: { artifactName: 'Tomoshibi-${version}-portable.exe' },
})

/**
 * @param {string} folder
 * @param {string} platform
 * @param {string} product
 */
function programIn(folder, platform, product) {
  if (platform === 'win32') return join(folder, `${product}.exe`)
  if (platform === 'darwin') return join(folder, `${product}.app`)
  return join(folder, linuxProgram)
}
