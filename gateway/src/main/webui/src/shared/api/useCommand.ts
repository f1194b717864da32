import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Problem } from './problem';

/** A new idempotency key. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * Sends one intention of a person, once. The key is made with the form and stays the same until it succeeded: a double click
 * joins the call in flight, and a retry after a lost answer gets the answer of the first.
 */
export class OneIntention<In, Out> {
  private key = newKey();
  private inFlight: Promise<Out> | undefined;

  constructor(private readonly run: (input: In, key: string) => Promise<Out>) {}

  send(input: In): Promise<Out> {
    this.inFlight ??= this.run(input, this.key)
      .then((result) => {
        this.key = newKey();
        return result;
      })
      .finally(() => {
        this.inFlight = undefined;
      });
    return this.inFlight;
  }
}

interface CommandOptions<In, Out> {
  run: (input: In, key: string) => Promise<Out>;
  /** What is asked for anew afterwards. */
  refreshes?: QueryKey[];
  onDone?: (result: Out, input: In) => void;
}

/** A command of the form that calls it: `send`, whether it is under way, and what it was refused with. */
export function useCommand<In, Out>({ run, refreshes = [], onDone }: CommandOptions<In, Out>) {
  const queries = useQueryClient();
  const latest = useRef(run);
  latest.current = run;
  const intention = useRef<OneIntention<In, Out>>(undefined);
  intention.current ??= new OneIntention<In, Out>((input, key) => latest.current(input, key));

  const refresh = () => Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  const mutation = useMutation<Out, Problem, In>({
    mutationFn: (input) => (intention.current as OneIntention<In, Out>).send(input),
    onSuccess: async (result, input) => {
      await refresh();
      onDone?.(result, input);
    },
    // Whoever is told that it is not as they see it, sees how it is, and decides on that the next time.
    onError: (problem) => (problem.isAboutAnOlderState ? refresh() : undefined),
  });
  const { mutate, mutateAsync, isPending, error, reset, data } = mutation;
  const send = useCallback((input: In) => mutate(input), [mutate]);
  return { send, sendAsync: mutateAsync, busy: isPending, problem: error, forget: reset, result: data };
}
