import { Mailbox, type Notice } from './Mailbox.ts';

/** What the page tells this worker; it opens one socket. */
export type ToSocketWorker =
  | { kind: 'open'; address: string; protocol: string; memory: SharedArrayBuffer }
  | { kind: 'send'; text: string }
  | { kind: 'close' };
/** What it tells the page. */
export type FromSocketWorker = { kind: 'opened' } | { kind: 'posted'; notice: Notice } | { kind: 'closed' };

let socket: WebSocket | null = null;

addEventListener('message', ({ data }: MessageEvent<ToSocketWorker>) => {
  if (data.kind === 'open') socket = open(data);
  else if (data.kind === 'send') socket?.send(data.text);
  else socket?.close();
});

function open({ address, protocol, memory }: Extract<ToSocketWorker, { kind: 'open' }>): WebSocket {
  const mailbox = new Mailbox(memory);
  const opening = new WebSocket(address, protocol);
  opening.onopen = () => tell({ kind: 'opened' });
  opening.onmessage = ({ data }) => tell({ kind: 'posted', notice: mailbox.post(String(data)) });
  opening.onclose = () => tell({ kind: 'closed' });
  return opening;
}

function tell(message: FromSocketWorker): void {
  postMessage(message);
}
