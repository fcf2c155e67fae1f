/** Three tones and a buzz, for who has the phone in a pocket. What a phone will not do it leaves. */
export function raiseVoice(): void {
  navigator.vibrate?.([400, 200, 400]);
  try {
    const audio = new AudioContext();
    for (const start of [0, 0.4, 0.8]) {
      const tone = audio.createOscillator();
      tone.frequency.value = 880;
      tone.connect(audio.destination);
      tone.start(audio.currentTime + start);
      tone.stop(audio.currentTime + start + 0.25);
      if (start === 0.8) tone.onended = () => void audio.close();
    }
  } catch {
    // The words and the buzz are there without it.
  }
}
