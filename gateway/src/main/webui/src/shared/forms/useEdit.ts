import { useState } from 'react';
import type { Versioned } from '../api/http';
import { Problem } from '../api/problem';

interface EditOptions<View, Words extends object> {
  /** What the form is opened with. The page behind it may read a newer version meanwhile; the form stays with the one it shows. */
  opened: Versioned<View>;
  /** The part of a thing that the form edits. */
  words: (view: View) => Words;
  reload: () => Promise<Versioned<View>>;
  save: (words: Words, etag: string) => Promise<Versioned<View>>;
  onSaved: (saved: Versioned<View>) => void;
}

/** Saves a form against the version it was opened with; when somebody else saved first, holds both versions for a decision. */
export function useEdit<View, Words extends object>({
  opened: latest,
  words,
  reload,
  save,
  onSaved,
}: EditOptions<View, Words>) {
  const [opened] = useState(latest);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [conflict, setConflict] = useState<{ base: Words; mine: Words; theirs: Words; etag: string }>();

  const compare = async (mine: Words) => {
    try {
      const theirs = await reload();
      setConflict({ base: words(opened.value), mine, theirs: words(theirs.value), etag: theirs.etag });
    } catch (cause) {
      setProblem(cause);
    }
  };

  const attempt = async (mine: Words, etag: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const saved = await save(mine, etag);
      setConflict(undefined);
      onSaved(saved);
    } catch (cause) {
      if (cause instanceof Problem && cause.isConflictingEdit) {
        await compare(mine);
      } else {
        setProblem(cause);
      }
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    conflict,
    save: (mine: Words) => attempt(mine, opened.etag),
    resolve: (version: Words) => conflict && attempt(version, conflict.etag),
    dismiss: () => setConflict(undefined),
  };
}
