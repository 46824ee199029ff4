/** Runs `work` while holding the lock file; `onWait` is called once when somebody else holds it. */
export function withLock<Result>(file: string, onWait: () => void, work: () => Promise<Result>): Promise<Result>
