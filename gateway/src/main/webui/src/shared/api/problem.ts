/** One field that a refusal is about. */
export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** What a service said no with: application/problem+json, as one error of this program. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** Stable, for people to quote and for programs to decide on. */
    readonly code: string,
    message: string,
    readonly fields: FieldProblem[] = [],
    readonly traceId?: string,
    /** What the message names (amounts, days, numbers), to say it in the reader's language. */
    readonly values: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** Somebody else saved first. */
  get isConflictingEdit(): boolean {
    return this.status === 412;
  }

  /** What the page shows is not how it is: somebody was faster, or the thing is in another state than it was. */
  get isAboutAnOlderState(): boolean {
    return this.isConflictingEdit || this.status === 409;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }

  /** Trying the same again may work. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  static unreachable(): Problem {
    return new Problem(0, 'UNREACHABLE', '');
  }

  /** Reads any answer that is not a success; one that is no problem+json keeps its status as code. */
  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    return Problem.from(response.status, body);
  }

  static from(status: number, body: unknown): Problem {
    const seen = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const text = (key: string) => (typeof seen[key] === 'string' ? (seen[key] as string) : undefined);
    const fields = (Array.isArray(seen.errors) ? seen.errors : []).map((entry: Record<string, unknown>) => ({
      field: String(entry.field ?? ''),
      code: String(entry.code ?? ''),
      detail: String(entry.detail ?? entry.message ?? ''),
    }));
    return new Problem(
      status,
      text('code') ?? `HTTP_${status}`,
      text('detail') ?? text('title') ?? '',
      fields,
      text('traceId'),
      typeof seen.values === 'object' && seen.values !== null ? (seen.values as Record<string, unknown>) : {},
    );
  }

  static wrap(cause: unknown): Problem {
    return cause instanceof Problem
      ? cause
      : new Problem(0, 'UNREACHABLE', cause instanceof Error ? cause.message : '');
  }
}
