import { useEffect, useState } from "preact/hooks";
import { localeOf, t, type Language } from "../../core/tenant/language";
import { Button } from "../../ui/button";

/** Only where the phone itself has a voice: one from afar would send the text to others. */
export function ReadAloud(props: {
  text: string;
  language: Language;
  /** What it reads, where there is more than one on a page. */
  about?: string;
}) {
  const { text, language, about } = props;
  const voice = useVoice(language);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    setReading(false);
    return () => globalThis.speechSynthesis?.cancel();
  }, [text, language]);
  if (!voice) return null;
  const toggle = () => {
    speechSynthesis.cancel();
    setReading(!reading);
    if (reading) return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang || localeOf(language);
    said.rate = 0.9;
    said.onend = said.onerror = () => setReading(false);
    speechSynthesis.speak(said);
  };
  const words = t(reading ? "rules.stop" : "rules.read");
  return (
    <Button
      icon={reading ? "close" : "noise"}
      pressed={reading}
      onClick={toggle}
      {...(about ? { label: `${words}: ${about}` } : {})}
    >
      {words}
    </Button>
  );
}

/** Browsers tell their voices late, some only after they were asked once. */
function useVoice(language: Language): SpeechSynthesisVoice | null {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return;
    const look = () => setVoices(speech.getVoices());
    look();
    speech.addEventListener?.("voiceschanged", look);
    return () => speech.removeEventListener?.("voiceschanged", look);
  }, []);
  const fits = (voice: SpeechSynthesisVoice) =>
    voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language;
  return voices.find(fits) ?? null;
}
