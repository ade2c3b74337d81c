import { qrPath } from './qr-path.ts'
import css from './sheet.module.css'

/** Millimetres a module: read by any old scanner, also from a copy of a copy. */
const moduleSize = 1.2

/** One path with hard edges, never a scaled picture: a blurred module is a wrong module. */
export function Qr({ text }: { readonly text: string }) {
  const { size, path } = qrPath(text)
  const side = `${(size * moduleSize).toFixed(1)}mm`
  return (
    <svg className={css['qr']} role="img" aria-label="QR" width={side} height={side} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fillRule="evenodd" />
    </svg>
  )
}
