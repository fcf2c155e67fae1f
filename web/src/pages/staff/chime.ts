/** Two tones and a tremble, as far as the browser lets a page do so; the words are what counts. */
export function chime(): void {
  navigator.vibrate?.([400, 200, 400]);
  try {
    const sound = new AudioContext();
    for (const [at, hertz] of [
      [0, 880],
      [0.35, 660],
      [0.7, 880],
    ] as const) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      tone.frequency.value = hertz;
      volume.gain.value = 0.25;
      tone.connect(volume).connect(sound.destination);
      tone.start(sound.currentTime + at);
      tone.stop(sound.currentTime + at + 0.3);
      tone.onended = () => void (hertz === 880 && at > 0 && sound.close());
    }
  } catch {
    // Without sound the banner remains.
  }
}
