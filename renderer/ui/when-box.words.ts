export const words = {
  now: { ja: '空欄は今', en: 'empty = now' },
  day: { ja: 'いつの時刻か', en: 'Which day' },
  today: { ja: '今日', en: 'Today' },
  yesterday: { ja: '昨日', en: 'Yesterday' },
  means: { ja: (day: string, time: string) => `${day} ${time} のこととして保存します`, en: (day: string, time: string) => `Saved as of ${day} ${time}` },
  late: { ja: '遅延記載', en: 'Late entry' },
  askYesterday: { ja: (day: string, time: string) => `${time} はまだ来ていません。昨日 ${day} ですか`, en: (day: string, time: string) => `${time} has not come yet. Yesterday, ${day}?` },
  itIsYesterday: { ja: '昨日の時刻にする', en: 'Yes, yesterday' },
  'time-not-understood': { ja: '16:05 か 1605 と書きます', en: 'Write the time as 16:05 or 1605' },
  'day-not-yet': { ja: 'その日はまだ来ていません', en: 'That day has not come yet' },
} as const
