/**
 * Makes a function that runs some work soon: once for all calls that come before it starts, and once more for those that
 * come while it runs. Keystrokes that arrive together cost one run, and none waits for a clock.
 */
export function createRunSoon(work: () => Promise<void>): () => void {
  let isWanted = false;
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      await nextTurn();
      isWanted = false;
      await work();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}

/** Lets what has arrived meanwhile be read first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
}
