import { signal } from "@preact/signals";

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

/** The browser's own offer to install, kept until somebody wants it. */
export const installOffer = signal<InstallPrompt | null>(null);

export function watchInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installOffer.value = event as InstallPrompt;
  });
  addEventListener("appinstalled", () => {
    installOffer.value = null;
  });
}

export function isInstalled(): boolean {
  const apple = (navigator as { standalone?: boolean }).standalone === true;
  return apple || matchMedia("(display-mode: standalone)").matches;
}

/** On an iPhone or iPad the app on the home screen has its own storage, and there is no offer. */
export function isApplePhone(): boolean {
  const touchMac = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || touchMac;
}
