import { useCallback, useRef, useState } from 'react';

/** The owners that pages of the worklist have named, in order; filtering the list does not forget them. */
export function useOwners(): { known: readonly string[]; learn: (owners: readonly string[]) => void } {
  const [known, setKnown] = useState<readonly string[]>([]);
  const names = useRef(new Set<string>());
  const learn = useCallback((owners: readonly string[]) => {
    const fresh = owners.filter((owner) => !names.current.has(owner));
    if (fresh.length === 0) return;
    for (const owner of fresh) names.current.add(owner);
    setKnown([...names.current].sort((one, other) => one.localeCompare(other)));
  }, []);
  return { known, learn };
}
