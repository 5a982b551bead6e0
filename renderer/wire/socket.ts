/** A connection to the door that carries texts both ways. */
export interface Socket {
  readonly isOpen: boolean;
  send(text: string): void;
  /** Nothing is received any more once `onClose` was called. */
  close(): void;
  /** Receives what has come already but waits for its turn. */
  collect(): void;
}

export interface SocketEvents {
  onText(text: string): void;
  /** Also where it never opened. */
  onClose(): void;
}

/** A WebSocket of the page itself. @throws DOMException where the protocol cannot be one */
export function openPageSocket(address: string, protocol: string, { onText, onClose }: SocketEvents): Socket {
  const socket = new WebSocket(address, protocol);
  socket.onmessage = ({ data }) => onText(String(data));
  socket.onclose = onClose;
  return {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    send: (text) => socket.send(text),
    close: () => socket.close(),
    // A page's own socket has nothing to look into.
    collect: () => {},
  };
}
