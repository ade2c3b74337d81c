/** Two low notes, as a lift says a floor. */
const notes = [{ hertz: 523, from: 0 }, { hertz: 392, from: 0.45 }] as const
const noteSeconds = 0.6
const loudness = 0.06
const everyMs = 6_000
const times = 20

/**
 * A quiet sound again and again, for two minutes: somebody is to look up, nobody is to be woken. Made here, without a
 * file. Returns what ends it; the words on the screen stay.
 */
export function startQuietSound(): () => void {
  const context = new AudioContext()
  let left = times
  const sound = (): void => {
    left -= 1
    if (left <= 0) clearInterval(timer)
    for (const { hertz, from } of notes) play(context, hertz, context.currentTime + from)
  }
  const timer = setInterval(sound, everyMs)
  sound()
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

function play(context: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  // Swells and fades: a tone that is cut off clicks.
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + 0.05)
  volume.gain.linearRampToValueAtTime(0, at + noteSeconds)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + noteSeconds)
}
