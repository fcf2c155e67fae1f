import { sendPart, type Reply, type Sent } from "./http";

/** What a request may meet; `real` sends it, also more than once. */
export interface Way {
  sent: Sent;
  port: number;
  real(sent?: Sent): Promise<Reply>;
  /** Delivers it at some later moment, when nobody waits for it any more. */
  later(sent: Sent): void;
  /** Lets the phone's patience run out. */
  outlast(): Promise<void>;
  /** From 0 to 1, drawn. */
  draw(): number;
}

export type Fault = (way: Way) => Promise<Reply>;

const page = (status: number, headers = {}): Reply => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  body: Buffer.from("<h1>Welkom op deze wifi</h1>"),
});

const json = (status: number, body: object, headers = {}): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: Buffer.from(JSON.stringify(body)),
});

const cut = () => {
  throw new TypeError("cut");
};

/** Any request may meet these. */
export const everywhere = {
  cut: async () => cut(),
  lost: async (way) => {
    await way.real();
    return cut();
  },
  doubled: async (way) => {
    const copies = [1, 2, 3].slice(0, 2 + Math.round(way.draw())).map(() => way.real());
    const replies = await Promise.all(copies);
    return replies[Math.floor(way.draw() * replies.length)]!;
  },
  echoed: async (way) => {
    const reply = await way.real();
    way.later(way.sent);
    return reply;
  },
  adrift: async (way) => {
    way.later(way.sent);
    return cut();
  },
  slow: async (way) => {
    const reply = await way.real();
    await way.outlast();
    return reply;
  },
  portal: async () => page(200),
  stranger: async () => json(200, { ok: true }),
  blank: async () => ({ status: 200, headers: {}, body: Buffer.alloc(0) }),
  redirect: async () => cut(),
  empty: async () => ({ status: 204, headers: {}, body: Buffer.alloc(0) }),
  gateway: async () => page(502),
  nowhere: async () => page(404),
  truncated: async (way) => {
    const reply = await way.real();
    return { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length * way.draw())) };
  },
  unauthorized: async () => json(401, { code: "session.none", message: "Meld u aan." }),
  forbidden: async () => json(403, { code: "csrf", message: "Probeer het opnieuw." }),
  hurried: async () => json(429, { code: "busy" }, { "retry-after": "20" }),
  busy: async () => json(503, { code: "busy" }, { "retry-after": "5" }),
  full: async () => json(507, { code: "storage.full", message: "Vol." }),
  broken: async () => json(500, { code: "fault", message: "Er ging iets mis." }),
} satisfies Record<string, Fault>;

/** Only the bytes of a photo can meet these. */
export const onPhotos = {
  half: async (way) => {
    await sendPart(way.port, way.sent, [0.1, 0.5, 0.99][Math.floor(way.draw() * 3)]!);
    return cut();
  },
  zero: async (way) => way.real({ ...way.sent, body: new Uint8Array() }),
  altered: async (way) => {
    const body = Uint8Array.from(way.sent.body!);
    body[Math.floor(way.draw() * body.length)]! ^= 1 << Math.floor(way.draw() * 8);
    return way.real({ ...way.sent, body });
  },
} satisfies Record<string, Fault>;
