// Prints the sheets of set-up for the eye, as set-up prints them: presses the gallery's buttons, catches the document at
// the moment of window.print(), and lets Chromium put it on A4. Refuses a sheet that says less than it must, a QR that
// reads as anything else, and a window in which something is left. Needs Debian's chromium, poppler-utils and zbar-tools.
// Usage: node tests/print/paper.mjs [--out out/paper] [--built]
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values: options } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'out/paper') }, built: { type: 'boolean', default: false }, browser: { type: 'string', default: '/usr/bin/chromium' } },
})
const code = 'QE541-QXB9Z-P1CBW-WTQSP'
const secret = 'AGE-SECRET-KEY-1QZ5M8H2V7K3X9W4C6T0R2P8Y5N3D7F9J4L6S0A2E8G5U7K3Q9X4C6T8M2W'
const sheets = [
  { name: 'envelope', pages: 2, qr: code, says: [code, '7K2M7-3N8VT-CFRFD', '潮見総合病院', '5階東病棟', '2026-09-01'], silent: code },
  { name: 'long', pages: 2, qr: code, says: [code, '髙﨑記念病院', '12/12'], silent: code },
  { name: 'officer', pages: 1, qr: secret, says: [secret, 'age -d -i key.txt', '潮見総合病院'], silent: null },
]
// The window's own header: a style or script it refuses is missing on paper too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ward default"
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff' }

if (!options.built) {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'tests/gallery/vite.config.ts'), '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
}
const folder = process.env.GALLERY_BUILD ?? join(root, 'out/gallery')
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://gallery').pathname)).replace(/^\/$/, '/index.html')
  const file = join(folder, path)
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy })
  return createReadStream(file).pipe(response)
})
await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)))
const address = `http://127.0.0.1:${server.address().port}/`

const findings = []
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox'] })
mkdirSync(options.out, { recursive: true })
for (const sheet of sheets) {
  // At night and with large text: paper knows neither.
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, timezoneId: 'Asia/Tokyo' })
  page.on('pageerror', (error) => findings.push(`${sheet.name} page error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && findings.push(`${sheet.name} console: ${message.text()}`))
  // The real print() blocks until the dialog is closed; here a copy of that moment is kept for page.pdf().
  await page.addInitScript(() => {
    window.print = () => {
      const faces = [...document.fonts].filter((face) => face.status !== 'unloaded')
      window.printed = { place: document.body.lastElementChild.cloneNode(true), look: document.documentElement.className, failed: faces.filter((face) => face.status !== 'loaded').length, loaded: faces.length }
    }
  })
  await page.goto(`${address}#print-act?theme=night&text=200`)
  await page.getByRole('button', { name: sheet.name }).click()
  await page.waitForFunction(() => window.printed !== undefined)
  await page.waitForFunction(() => document.body.children.length === 1 || !document.body.lastElementChild.inert)
  const after = await page.evaluate(() => ({ html: document.documentElement.outerHTML, look: document.documentElement.className, loaded: window.printed.loaded, failed: window.printed.failed }))
  if (after.html.includes(code) || after.html.includes(secret) || after.look !== '') findings.push(`${sheet.name} is left in the window`)
  if (after.failed > 0 || after.loaded < 4) findings.push(`${sheet.name} was printed with ${after.loaded} faces, ${after.failed} not loaded`)
  await page.evaluate(() => {
    document.documentElement.className = window.printed.look
    document.body.append(window.printed.place)
  })
  const file = join(options.out, `${sheet.name}.pdf`)
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.close()

  const run = (command, ...words) => execFileSync(command, words, { encoding: 'utf8' })
  const info = run('pdfinfo', file)
  if (!new RegExp(`Pages: +${sheet.pages}\n`).test(info) || !info.includes('A4')) findings.push(`${sheet.name}: ${info}`)
  const text = (...words) => run('pdftotext', ...words, file, '-').replaceAll(/\s+/g, ' ')
  for (const words of sheet.says) if (!text('-raw').replaceAll(' ', '').includes(words.replaceAll(' ', ''))) findings.push(`${sheet.name} does not say ${words}`)
  if (sheet.silent !== null && text('-raw', '-f', '2').replaceAll(' ', '').includes(sheet.silent.slice(0, 5))) findings.push(`${sheet.name} shows its code on page 2`)
  if (/DejaVu|Liberation|Type 3/.test(run('pdffonts', file))) findings.push(`${sheet.name} uses a face of the system:\n${run('pdffonts', file)}`)
  run('pdftoppm', '-r', '150', '-png', file, join(options.out, sheet.name))
  const read = run('zbarimg', '-q', '--raw', join(options.out, `${sheet.name}-1.png`)).trim()
  if (read !== sheet.qr) findings.push(`${sheet.name}: its QR reads as ${read}`)
}
await browser.close()
server.close()
console.log(`${sheets.length} sheets in ${options.out}`)
if (findings.length > 0) {
  console.error(`${findings.length} findings:\n- ${findings.join('\n- ')}`)
  process.exitCode = 1
}
