import { signal, type Signal } from "@preact/signals";
import type { Ask } from "./ask";
import { openConcerns, type Concerns } from "./concerns";
import { openDesk, type Desk } from "./desk";
import { openDeskList, type DeskList } from "./desk-list";
import { openTyped, type Kept, type TypedTexts } from "./desk-typed";
import { openDuty, type Duty } from "./duty";
import type { Environment } from "./environment";
import { openGuideOffice, type GuideOffice } from "./guide-office";
import { watchLive } from "./live";
import { openSetup, type Setup } from "./setup";
import { inWords } from "./messages/category";
import type { Category, Complex, District } from "./values";

/** All that the staff's screens share, for one person on one computer. */
export interface Office {
  desk: Desk;
  concerns: Concerns;
  setup: Setup;
  duty: Duty;
  guide: GuideOffice;
  list: DeskList;
  typed: TypedTexts;
  /** What is typed about a worry is kept nowhere but on this screen. */
  unkept: TypedTexts;
  newId(): string;
  districts: Signal<District[]>;
  complexes: Signal<Complex[]>;
  categories: Signal<Category[]>;
  /** The server did not answer last time. */
  offline: Signal<boolean>;
  /** The session ended; what somebody typed is still there. */
  expired: Signal<boolean>;
  /** Goes up whenever there may be something new. */
  news: Signal<number>;
  lookAgain(): void;
  loadPlaces(): Promise<void>;
  /** Listens for as long as anything that shows news is on the screen. */
  watch(): () => void;
}

type Outside = Pick<Environment, "newId" | "schedule" | "live" | "onWake">;

const RETRY = 10_000;

export function openOffice(ask: Ask, env: Outside, account: string, storage: Kept | null): Office {
  const offline = signal(false);
  const expired = signal(false);
  const news = signal(0);
  const lookAgain = () => void news.value++;

  const heard: Ask = async <T>(method: string, path: string, body?: unknown) => {
    try {
      const answer = await ask<T>(method, path, body);
      offline.value = false;
      expired.value = false;
      return answer;
    } catch (problem) {
      const { name, status } = problem as { name?: string; status?: number };
      offline.value = name === "NoConnection";
      if (status === 401) expired.value = true;
      throw problem;
    }
  };

  const desk = openDesk(heard);
  const districts = signal<District[]>([]);
  const complexes = signal<Complex[]>([]);
  const categories = signal<Category[]>([]);
  let watchers = 0;
  let stop = () => {};
  const listen = () => {
    const live = env.live;
    const stopLive = live
      ? watchLive({ listen: live, schedule: env.schedule, onChange: lookAgain })
      : () => {};
    const stopWake = env.onWake?.(lookAgain);
    let cancel = () => {};
    const retry = () => {
      cancel();
      cancel = env.schedule(() => {
        if (!offline.value) return;
        lookAgain();
        retry();
      }, RETRY);
    };
    const stopRetry = offline.subscribe((off) => {
      if (off) retry();
    });
    return () => {
      stopLive();
      stopWake?.();
      stopRetry();
      cancel();
    };
  };
  return {
    desk,
    concerns: openConcerns(heard),
    setup: openSetup(heard),
    duty: openDuty(heard),
    guide: openGuideOffice(heard),
    list: openDeskList(desk),
    typed: openTyped(storage, account),
    unkept: openTyped(null, account),
    newId: () => env.newId(),
    districts,
    complexes,
    categories,
    offline,
    expired,
    news,
    lookAgain,
    async loadPlaces() {
      const [places, known] = await Promise.all([
        heard<{ districts: District[]; complexes: Complex[] }>("GET", "/api/places"),
        heard<Category[]>("GET", "/api/categories"),
      ]);
      districts.value = places.districts;
      complexes.value = places.complexes;
      categories.value = known.map(inWords);
    },
    watch() {
      if (watchers++ === 0) stop = listen();
      return () => {
        if (--watchers === 0) stop();
      };
    },
  };
}
