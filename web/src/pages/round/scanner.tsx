import { useEffect, useRef, useState } from "preact/hooks";
import { readInvite, type Invite } from "../../core/round-code";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { rt } from "./words";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Only where the browser reads QR codes itself; everywhere else there is the camera app. */
export function canScan(): boolean {
  return "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);
}

export function Scanner(props: { onFound: (invite: Invite) => void; onStop: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);
  const [other, setOther] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let ended = false;
    const look = async () => {
      const wanted = { video: { facingMode: "environment" } };
      stream = await navigator.mediaDevices.getUserMedia(wanted);
      const element = video.current;
      if (ended || !element) return stop();
      element.srcObject = stream;
      await element.play();
      const { BarcodeDetector } = window as unknown as { BarcodeDetector: DetectorClass };
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      while (!ended) {
        const [found] = await detector.detect(element);
        const invite = found ? readInvite(found.rawValue) : null;
        if (invite && !ended) props.onFound(invite);
        else if (found) setOther(true);
        await new Promise((done) => requestAnimationFrame(done));
      }
    };
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    look().catch(() => setDenied(!ended));
    return () => {
      ended = true;
      stop();
    };
  }, []);

  return (
    <div class="stack">
      {denied ? (
        <Notice kind="warning" icon="camera">
          <p>{rt("pair.scan-denied")}</p>
        </Notice>
      ) : (
        <>
          <p role="status">{rt(other ? "pair.scan-other" : "pair.scan-how")}</p>
          <video class="scanner" ref={video} muted playsInline aria-hidden="true" />
        </>
      )}
      <Button wide icon="close" onClick={props.onStop}>
        {rt("pair.scan-stop")}
      </Button>
    </div>
  );
}
