export const photoStripWords = {
  photo: { ja: (of: string) => `写真：${of}`, en: (of: string) => `Photo: ${of}` },
  gone: { ja: 'ここでは読めません。送った端末で見るか、撮り直してください', en: 'Not readable here. See it at the sending station, or take it again' },
} as const
