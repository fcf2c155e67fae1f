import { Agent, request } from "node:http";
import { connect } from "node:net";

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Uint8Array;
}

const patience = 10_000;

/**
 * Neither an answer nor the end of the line. Jetty sometimes leaves a connection unread that was
 * made in the moment of its start; a phone gives up on it as well, and tries again.
 */
export class Silence extends Error {}

/** Connections that are kept; a server that is started again needs new ones. */
export function connections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 64 });
}

/** One request over the real line; rejects when there is no answer. */
export function send(agent: Agent, port: number, sent: Sent): Promise<Reply> {
  const { method, path, headers, body } = sent;
  return new Promise((resolve, reject) => {
    const length = body ? { "Content-Length": String(body.byteLength) } : {};
    const options = { host: "127.0.0.1", port, method, path, agent, timeout: patience };
    const out = request({ ...options, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        const read = response.headers as Record<string, string>;
        resolve({ status, headers: read, body: Buffer.concat(parts) });
      });
    });
    out.on("timeout", () => out.destroy(new Silence(`${method} ${path}`)));
    out.on("error", reject);
    out.end(body);
  });
}

/** Says how long the body is, sends a part of it, and hangs up. */
export function sendPart(port: number, sent: Sent, part: number): Promise<void> {
  const body = sent.body ?? new Uint8Array();
  const head = Object.entries({ ...sent.headers, Host: `127.0.0.1:${port}` });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = `Content-Length: ${body.byteLength}\r\n\r\n`;
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`${sent.method} ${sent.path} HTTP/1.1\r\n${lines}${length}`);
      socket.write(body.subarray(0, Math.floor(body.byteLength * part)), () => socket.destroy());
    });
    socket.on("error", () => resolve());
    socket.on("close", () => resolve());
  });
}
