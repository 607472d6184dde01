/** Tells the room where one's caret is: not more often than the eye follows, never the same place twice, always the last one. */
const betweenMs = 80;

export interface CaretSender {
  set(caret: Uint8Array | null): void;
  /** The line was lost: others have forgotten where the caret is. */
  forgotten(): void;
  /** Takes the caret away now, as the page goes. */
  clear(): void;
  stop(): void;
}

export function createCaretSender(send: (caret: Uint8Array | null) => void): CaretSender {
  let wanted: Uint8Array | null = null;
  let sent: Uint8Array | null = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isSame(wanted, sent)) return;
    sent = wanted;
    sentAt = performance.now();
    send(wanted);
  }

  return {
    set(caret) {
      wanted = caret;
      const wait = sentAt + betweenMs - performance.now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
    },
    forgotten() {
      sent = null;
      if (wanted) timer ??= setTimeout(flush, betweenMs);
    },
    clear() {
      wanted = null;
      flush();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
