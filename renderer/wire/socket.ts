/** A connection to the door that carries texts both ways. */
export interface Socket {
  readonly isOpen: boolean;
  send(text: string): void;
  close(): void;
  /** Receives what has come already but waits for its turn. */
  collect(): void;
}

export interface SocketEvents {
  onText(text: string): void;
  /** Called once, also where it never opened; nothing is received after it. */
  onClose(): void;
}

/** A WebSocket as a socket. Nothing can be collected of it. */
export function socketOver(socket: WebSocket, { onText, onClose }: SocketEvents): Socket {
  socket.onmessage = ({ data }) => onText(String(data));
  socket.onclose = onClose;
  return {
    get isOpen() {
      return socket.readyState === socket.OPEN;
    },
    send: (text) => socket.send(text),
    close: () => socket.close(),
    collect: () => {},
  };
}
