import { app, session, type Session, type WebContents } from 'electron'

export const origin = 'app://main'

/**
 * Nothing leaves and nothing enters by network. No single one of these holds alone (a STUN packet passed
 * each of CSP, request filter and dead proxy); together they were measured to let nothing out.
 */
export function hardenProcess(isTestAsRoot: boolean): void {
  // Chromium has no sandbox for root. Tests on a build machine run without; the shipped program's switches refuse that.
  if (!isTestAsRoot) app.enableSandbox()
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'disable-quic', 'no-pings', 'dns-prefetch-disable', 'disable-breakpad', 'disable-crash-reporter']) {
    app.commandLine.appendSwitch(name)
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,Translate')
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** `mayUseCamera`: the ward is open, now. */
export async function hardenSession(mayUseCamera: () => boolean, window: Session = session.defaultSession): Promise<void> {
  // IndexedDB must not be evicted: a deny-all handler makes storage evictable. Of the rest only a camera's picture is given (HOST-5).
  window.setPermissionRequestHandler((_contents, permission, answer, details) => answer(isGiven(permission, { url: details.requestingUrl, media: 'mediaTypes' in details ? (details.mediaTypes ?? []) : [] }, mayUseCamera())))
  window.setPermissionCheckHandler((_contents, permission, from, { mediaType }) => isGiven(permission, { url: from, media: mediaType === undefined ? [] : [mediaType] }, mayUseCamera()))
  window.setDevicePermissionHandler(() => false)
  window.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
  window.on('will-download', (event) => event.preventDefault())
  // The first window would fetch a dictionary: refused by the layers above, but only after a look-up and an IPv6 probe (seen in a trace).
  window.setSpellCheckerLanguages([])
  window.setSpellCheckerDictionaryDownloadURL(`${origin}/no-dictionary/`)
  window.setSpellCheckerEnabled(false)
  await window.setProxy({ mode: 'fixed_servers', proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9;socks=127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

function hardenContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => refuse(event))
  contents.on('will-redirect', (event) => refuse(event))
  contents.on('will-frame-navigate', (event) => refuse(event))
}

/** Every screen is one page: nothing ever navigates, not even to itself by a dropped file or a link. */
function refuse(event: { readonly preventDefault: () => void }): void {
  event.preventDefault()
}

/** A given permission, by Electron's name for it. A camera alone, without sound, and only to our own page. */
export function isGiven(permission: string, asked: { readonly url: string; readonly media: readonly string[] }, mayUseCamera: boolean): boolean {
  if (permission === 'persistent-storage') return true
  return permission === 'media' && mayUseCamera && asked.media.length > 0 && asked.media.every((kind) => kind === 'video') && URL.canParse(asked.url) && isOurs(asked.url)
}

/** A page of ours. Node knows no origin of schemes of one's own: scheme and host are compared instead. */
export function isOurs(url: string): boolean {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}` === origin
}

/** Ours, or bytes the page made itself. */
export function isLocal(url: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('blob:app://') || url.startsWith('data:') || url.startsWith('devtools:')
}
