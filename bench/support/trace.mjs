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
