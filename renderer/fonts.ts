/**
 * The bundled faces, after the first paint: their 200 kB of @font-face rules before it made a cold start half as long
 * again (spike §3). Full `400.css`/`700.css`, because the `japanese` subset lacks 髙 﨑 濵 德, which are people's names.
 * Print pages await this before their first render instead, then `document.fonts.ready`.
 */
export async function loadFonts(): Promise<void> {
  await Promise.all([
    import('@fontsource/biz-udpgothic/400.css'),
    import('@fontsource/biz-udpgothic/700.css'),
    import('@fontsource/biz-udgothic/400.css'),
    import('@fontsource/biz-udgothic/700.css'),
    import('@fontsource/noto-sans-jp/400.css'),
    import('@fontsource/noto-sans-jp/700.css'),
  ])
}

/** Two frames: the first paint is on the glass before the browser starts reading font rules. */
export function loadFontsAfterFirstPaint(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void loadFonts()))
}
