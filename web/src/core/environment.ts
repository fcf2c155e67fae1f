/** Everything the core takes from the outside. Tests and the headless phone give their own. */
export interface Environment {
  fetch: typeof fetch;
  now(): number;
  /** A UUIDv7, lower case. */
  newId(): string;
  indexedDB: IDBFactory;
  sha256(bytes: ArrayBuffer): Promise<string>;
  random(): number;
  /** Runs `fn` once after `ms`; the answer cancels it. */
  schedule(fn: () => void, ms: number): () => void;
  storage?: {
    persist(): Promise<boolean>;
    persisted?(): Promise<boolean>;
    estimate(): Promise<{ usage?: number; quota?: number }>;
  };
  locks?: LockManager;
  /** Tells the other tabs that something was stored. */
  broadcast?(onMessage: () => void): { post(): void };
  /** Makes a picture small, upright and free of EXIF; throws when it cannot be decoded. */
  shrink?(source: Blob): Promise<ArrayBuffer>;
  /** Calls `run` on visible, pageshow, focus and online. */
  onWake?(run: () => void): () => void;
  isVisible?(): boolean;
  /** Listens to GET /api/live; `lost` means that it may be tried again later. */
  live?(onChanged: () => void, lost: () => void): () => void;
  /** Removes the cached app itself, after the office revoked this phone. */
  forget?(): Promise<void>;
  /** What a coordinator calls this phone in the list of devices. */
  deviceName?: string;
  appVersion?: string;
}
