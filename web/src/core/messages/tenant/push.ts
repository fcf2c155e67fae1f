import type { Language } from "../../tenant/values";

/** What a sign says on a locked screen: the same of whatever was reported. */
export const tenantPush: Record<Language, { title: string; text: string }> = {
  nl: { title: "Er is nieuws voor u", text: "Open Buurtronde om het te lezen." },
  en: { title: "There is news for you", text: "Open Buurtronde to read it." },
  ar: { title: "هناك خبر لك", text: "افتح Buurtronde لقراءته." },
  tr: { title: "Size haber var", text: "Okumak için Buurtronde'yi açın." },
  pl: { title: "Jest nowa wiadomość", text: "Proszę otworzyć Buurtronde, aby ją przeczytać." },
  uk: { title: "Для вас є новина", text: "Відкрийте Buurtronde, щоб прочитати." },
};
