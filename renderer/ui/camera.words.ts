import type { CameraState } from './use-camera.ts'

export const cameraWords = {
  scanTitle: { ja: 'バーコードをカメラに見せてください', en: 'Show the barcode to the camera' },
  scanLead: { ja: '20cmほど離し、枠の中に水平に入れます。読み取ると自動で閉じます。', en: 'About 20 cm away, level, inside the frame. It closes by itself once read.' },
  photoTitle: { ja: '写真を撮る', en: 'Take a photograph' },
  photoLead: { ja: '撮影の場所と日時は写真に残しません。', en: 'Neither place nor time is kept in the picture.' },
  picture: { ja: 'カメラの映像', en: 'What the camera sees' },
  taken: { ja: '撮った写真', en: 'The photograph' },
  state: {
    starting: { ja: 'カメラを始めています…', en: 'Starting the camera…' },
    running: { ja: 'カメラが動いています', en: 'The camera is running' },
    none: { ja: 'カメラが見つかりません。つながっているか確かめてください。', en: 'No camera was found. See whether it is connected.' },
    refused: { ja: 'カメラを使えません。ほかのプログラムが使っていないか確かめてください。', en: 'The camera cannot be used. See whether another program has it.' },
  } satisfies Record<CameraState, { ja: string; en: string }>,
  broken: { ja: 'この端末では映像からバーコードを読めません。', en: 'This PC cannot read barcodes in pictures.' },
  type: { ja: 'バーコードの下の番号を打つ', en: 'Type the number under the barcode' },
  find: { ja: 'この番号で探す', en: 'Look for this number' },
  typeFirst: { ja: '番号を打つ', en: 'type a number' },
  cancel: { ja: '閉じる', en: 'Close' },
  shoot: { ja: '撮る', en: 'Take it' },
  again: { ja: '撮り直す', en: 'Take another' },
  use: { ja: 'この写真を使う', en: 'Use this picture' },
  file: { ja: '画像ファイルを選ぶ', en: 'Choose a picture file' },
  notPicture: { ja: '画像として読めません。JPEGかPNGを選んでください。', en: 'It cannot be read as a picture. Choose a JPEG or PNG.' },
  waiting: { ja: 'カメラを待っています', en: 'waiting for the camera' },
  noPicture: { ja: 'カメラを使えません', en: 'no camera to use' },
} as const
