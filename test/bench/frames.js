// Runs in the page: notes how long each change takes to the frame that shows it.
// Plain JavaScript, since it is handed to the browser as it stands. Types are in `app.ts`.

/** The second animation frame after a change begins when the first one is drawn. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

window.painted = [];
const watch = (event) => window.painted.push(nextFrame().then(() => performance.now() - event.timeStamp));
addEventListener("click", watch, { capture: true });
addEventListener("popstate", watch, { capture: true });

window.presented = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("click")) window.presented.push(entry.duration);
}).observe({ type: "event", durationThreshold: 16 });

window.drawn = new Promise((resolve) => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("canvas")) return;
    observer.disconnect();
    nextFrame().then(() => resolve(performance.now()));
  }).observe(document, { childList: true, subtree: true });
});
