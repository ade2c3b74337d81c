import '../before-all.ts'
import { prepareZXingModule } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { readPicture } from './read-picture.ts'

// Ours, from our own folder: the library would look for it on a server. Only this script's own header lets it run.
prepareZXingModule({ overrides: { locateFile: () => new URL(wasm, location.href).href } })

addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
  readPicture(data).then(
    (texts) => postMessage({ texts }),
    () => postMessage({ texts: null }),
  )
})
