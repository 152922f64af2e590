/** What the browser itself says, in a trace, about the time from an event to the screen. */

/**
 * The times (ms) from mouse moves with a pressed button to the presentation of the frames that they led to, while act()
 * runs: the lengths of EventLatency in the trace. Moves that changed nothing have no frame, and no time.
 */
export async function presentationTimes(browser, page, act) {
  await browser.startTracing(page, { categories: ["cc", "benchmark", "input", "latencyInfo"] });
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const open = new Map();
  const times = [];
  for (const { name, ph, ts, pid, id2, id, args } of traceEvents) {
    if (name !== "EventLatency") continue;
    const key = `${pid} ${id2?.local ?? id}`;
    const { event_type: type, display_trace_id: frame } = args.event_latency ?? {};
    if (ph === "b" && type === "MOUSE_DRAGGED" && frame) open.set(key, ts);
    if (ph !== "e" || !open.has(key)) continue;
    times.push((ts - open.get(key)) / 1000);
    open.delete(key);
  }
  return times;
}

/**
 * The longest task (ms) of the page's own thread while act() runs: by the clock, and by the processor's time, which leaves out what other programs take.
 * Of the renderers in the trace the page's is the one that is busiest.
 */
export async function longestTask(browser, page, act) {
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const mains = traceEvents
    .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
    .map(({ pid, tid }) => traceEvents.filter((event) => event.pid === pid && event.tid === tid));
  const tasksOf = (events) =>
    events.flatMap(({ name, dur = 0, tdur = 0 }) =>
      name === "RunTask" ? [{ clock: dur / 1000, processor: tdur / 1000 }] : [],
    );
  const total = (tasks) => tasks.reduce((sum, { clock }) => sum + clock, 0);
  const tasks = mains.map(tasksOf).reduce((most, one) => (total(one) > total(most) ? one : most), []);
  return tasks.reduce((longest, task) => (task.clock > longest.clock ? task : longest), {
    clock: 0,
    processor: 0,
  });
}
