import { writeFile } from 'node:fs/promises'
import { greyOf } from './picture.ts'

/** Writes a film of one still picture, for Chromium's make-believe camera (YUV4MPEG2, grey). */
export async function writeFilm(path: string, symbology: string, text: string): Promise<void> {
  const colours = new Uint8Array(2 * 320 * 240).fill(128)
  const frame = [Buffer.from('FRAME\n'), greyOf(symbology, text), colours]
  await writeFile(path, Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n'), ...frame, ...frame]))
}
