import { qrPath, type QrPath } from './qr-path.ts'
import css from './sheet.module.css'

/** One path with hard edges, never a scaled picture: a blurred module is a wrong module. `module`: its side in mm, 1.2 for codes that must be read from a copy of a copy, 0.5 on forms. */
export function Qr({ text, module = 1.2 }: { readonly text: string; readonly module?: number }) {
  return <DrawnQr qr={qrPath(text)} module={module} />
}

/** The same of a code drawn before: a sheet of labels has one code many times. */
export function DrawnQr({ qr: { size, path }, module }: { readonly qr: QrPath; readonly module: number }) {
  const side = `${(size * module).toFixed(1)}mm`
  return (
    <svg className={css['qr']} role="img" aria-label="QR" width={side} height={side} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fillRule="evenodd" />
    </svg>
  )
}
