import { describe, expect, it } from 'vitest'
import { helpTopicOf, helpTopics } from '#renderer/app/help-topic.ts'
import { topics } from '#renderer/features/help/topics.ts'
import { patientId } from '#tests/builders.ts'

describe('help', () => {
  it('[HELP-1] every place has its topic, each sheet beside the chart its own, and no topic is never reached', () => {
    const sheets = ['orders', 'medicine', 'blood', 'exams', 'fluids'].map((tab) => helpTopicOf({ at: 'chart', patient: patientId(1), via: 'board', tab }))
    expect(sheets).toEqual(['orders', 'medicine', 'blood', 'exams', 'fluids'])
    expect([helpTopicOf({ at: 'chart', patient: patientId(1), via: 'board' }), helpTopicOf({ at: 'chronology' }), helpTopicOf({ at: 'print' })]).toEqual(['chart', 'chronology', 'print'])
    // Shown by the state of the station, not by a place.
    const byState = ['first-run', 'lock']
    expect(new Set([...Object.values(helpTopics), ...byState])).toEqual(new Set(Object.keys(topics)))
  })

  it('[HELP-1] each says in two languages what it is and three things to do, short enough to be read standing', () => {
    for (const { title, what, now } of Object.values(topics)) {
      expect(Object.keys(now)).toEqual(['one', 'two', 'three'])
      for (const { ja, en } of [title, what, now.one, now.two, now.three]) {
        expect(ja.length).toBeGreaterThan(0)
        expect(ja.length).toBeLessThanOrEqual(60)
        expect(en.length).toBeLessThanOrEqual(130)
      }
    }
  })
})
