export const photoStripWords = {
  photo: { ja: (of: string) => `写真：${of}`, en: (of: string) => `Photo: ${of}` },
  gone: { ja: 'この写真は読めません。もう一度撮ってください', en: 'This photo cannot be read. Take it again' },
} as const
