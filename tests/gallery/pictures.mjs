// Takes a picture of every gallery screen, and refuses what the eye may miss: axe findings, CSP violations, page errors,
// text that is cut off. Usage: node tests/gallery/pictures.mjs [--out out/pictures] [--only sealed,open-4] [--looks ja,en] [--quick]
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { chromium } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'out/pictures') },
    only: { type: 'string' },
    /** Day and Japanese at 1366×768 alone. */
    quick: { type: 'boolean', default: false },
    /** Some of: ja, en, night, wide, wide-en-night, text-200. */
    looks: { type: 'string' },
    built: { type: 'boolean', default: false },
    browser: { type: 'string', default: '/usr/bin/chromium' },
  },
})

const looks = [
  { file: 'ja', lang: 'ja', theme: 'day', text: '100', width: 1366, height: 768 },
  { file: 'en', lang: 'en', theme: 'day', text: '100', width: 1366, height: 768 },
  { file: 'night', lang: 'ja', theme: 'night', text: '100', width: 1366, height: 768 },
  { file: 'wide', lang: 'ja', theme: 'day', text: '100', width: 1920, height: 1080 },
  { file: 'wide-en-night', lang: 'en', theme: 'night', text: '100', width: 1920, height: 1080 },
  { file: 'text-200', lang: 'ja', theme: 'day', text: '200', width: 1366, height: 768 },
]

// The window's own header (security-reliability §1.3), so that the gallery proves it too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ward default"
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml' }

if (!options.built) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--config', join(root, 'tests/gallery/vite.config.ts'), '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
}

const folder = process.env.GALLERY_BUILD ?? join(root, 'out/gallery')
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://gallery').pathname)).replace(/^\/$/, '/index.html')
  const file = join(folder, path)
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' })
  return createReadStream(file).pipe(response)
})
await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)))
const address = `http://127.0.0.1:${server.address().port}/`

const findings = []
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none'] })
const asked = options.only?.split(',')
mkdirSync(options.out, { recursive: true })
let taken = 0

const chosen = options.quick ? ['ja'] : options.looks?.split(',')

for (const look of looks.filter(({ file }) => chosen === undefined || chosen.includes(file))) {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, deviceScaleFactor: 1.25, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' })
  const page = await context.newPage()
  let where = ''
  page.on('pageerror', (error) => findings.push(`${where} page error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && findings.push(`${where} console: ${message.text()}`))
  await page.goto(address)
  await page.waitForFunction(() => 'gallery' in window)
  const samples = await page.evaluate(() => window.gallery)
  for (const sample of samples) {
    if (asked !== undefined && !asked.some((part) => sample.name.startsWith(part))) continue
    where = `${sample.name}-${look.file}`
    // A reload for each: no focus, no scroll position and no half-finished state from the picture before.
    await page.goto('about:blank')
    await page.goto(`${address}#${sample.name}?lang=${look.lang}&theme=${look.theme}&text=${look.text}`)
    await page.waitForFunction((name) => document.title === name, sample.name)
    await page.evaluate(() => document.fonts.ready)
    if (sample.focus !== null) {
      await page.keyboard.press('Tab') // the ring is drawn for keyboards only
      await page.locator(sample.focus).first().focus()
      if (sample.key !== null) await page.keyboard.press(sample.key)
    }
    await page.waitForTimeout(60)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(options.out, `${where}.png`), fullPage: sample.isLong })
    taken += 1
    const isModal = (await page.locator('[role="alertdialog"]').count()) > 0
    const axe = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      // Behind a question the page is hidden from screen readers on purpose, its heading and landmark with it.
      .disableRules(isModal ? ['landmark-one-main', 'page-has-heading-one'] : [])
      .analyze()
    for (const violation of axe.violations) {
      findings.push(`${where} axe ${violation.id}: ${violation.help}\n${violation.nodes.map((node) => `      ${node.target.join(' ')}\n        ${node.failureSummary?.replaceAll('\n', '\n        ')}`).slice(0, 4).join('\n')}`)
    }
    for (const cut of await page.evaluate(whatIsCutOff)) findings.push(`${where} cut off: ${cut}`)
  }
  await context.close()
}
await browser.close()
server.close()

console.log(`${taken} pictures in ${options.out}`)
if (findings.length > 0) {
  console.error(`${findings.length} findings:\n- ${findings.join('\n- ')}`)
  process.exitCode = 1
}

/** Runs in the page: text wider than its box where nothing scrolls, and anything beyond the window's right edge. */
function whatIsCutOff() {
  const found = []
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element)
    if (style.clipPath !== 'none' || style.visibility === 'hidden' || style.display === 'none' || element.closest('svg')) continue
    const box = element.getBoundingClientRect()
    const text = (element.textContent ?? '').trim().slice(0, 40)
    if (box.width > 1 && box.right > innerWidth + 1 && !scrolls(element)) found.push(`beyond the right edge: <${element.localName}> ${text}`)
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (hides && element.scrollWidth > element.clientWidth + 1) found.push(`hidden to the right: <${element.localName} class=${element.className}> ${text}`)
    if ((style.overflowY === 'hidden' || style.overflowY === 'clip') && element.scrollHeight > element.clientHeight + 1 && element !== document.body) found.push(`hidden below: <${element.localName} class=${element.className}> ${text}`)
  }
  return [...new Set(found)].slice(0, 6)
  function scrolls(from) {
    for (let up = from.parentElement; up !== null; up = up.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true
    return false
  }
}
