/**
 * What happens when the session ends in the middle of work.
 *
 * A call that comes back with 401 waits here instead of failing; the frame asks the person to sign in again in a second window. When
 * they have, every waiting call is sent again exactly as it was, under the same idempotency key, so that nothing typed is
 * lost and nothing happens twice.
 */
type Listener = (expired: boolean) => void;

const channelName = 'kol.session';
const listeners = new Set<Listener>();
let waiting: { promise: Promise<void>; resume: () => void; giveUp: (cause: Error) => void } | undefined;

export const sessionGate = {
  /** Resolves when the person has signed in again. */
  untilSignedIn(): Promise<void> {
    if (!waiting) {
      let resume = () => {};
      let giveUp: (cause: Error) => void = () => {};
      const promise = new Promise<void>((resolve, reject) => {
        resume = resolve;
        giveUp = reject;
      });
      waiting = { promise, resume, giveUp };
      tell(true);
    }
    return waiting.promise;
  },

  get expired(): boolean {
    return waiting !== undefined;
  },

  /** Called by the window in which the person signed in, and here when its message arrives. */
  resume(): void {
    const held = waiting;
    waiting = undefined;
    tell(false);
    held?.resume();
  },

  onChange(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Tells the other windows of this browser that the session is good again. */
  announce(): void {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage('signed-in');
    channel.close();
  },

  listen(): () => void {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = () => sessionGate.resume();
    return () => channel.close();
  },
};

function tell(expired: boolean): void {
  for (const listener of listeners) listener(expired);
}
