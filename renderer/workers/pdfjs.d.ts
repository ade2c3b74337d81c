// What we use of the builds for older engines, which say nothing of their types: Chromium 130 lacks what the newest build asks for.
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist'
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
