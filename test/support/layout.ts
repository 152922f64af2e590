import type { DOMWindow } from "jsdom";

/** The width that elements pretend to have (px). */
const WIDTH = 680;

/** Gives a window of jsdom, which has no layout, as much of one as pages ask for. */
export function pretendLayout(window: DOMWindow): void {
  Object.assign(window, {
    matchMedia: (media: string) => Object.assign(new window.EventTarget(), { media, matches: false }),
    ResizeObserver: observer((target, notify) =>
      notify([{ target, contentRect: { width: WIDTH, height: WIDTH } }]),
    ),
    IntersectionObserver: observer((target, notify) => notify([{ target, isIntersecting: true }])),
  });
  Object.defineProperty(window.HTMLElement.prototype, "clientWidth", { get: () => WIDTH });
  Object.assign(window.SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
    getComputedTextLength: () => 0,
  });
  window.HTMLCanvasElement.prototype.getContext = (() => drawingContext()) as never;
}

/** An observer that tells once, soon after it is asked to watch an element. */
function observer(tell: (target: Element, notify: (entries: unknown[]) => void) => void) {
  return class {
    notify: (entries: unknown[]) => void;
    constructor(notify: (entries: unknown[]) => void) {
      this.notify = notify;
    }
    observe(target: Element) {
      queueMicrotask(() => tell(target, this.notify));
    }
    unobserve() {}
    disconnect() {}
  };
}

/** A drawing context that draws nothing. */
function drawingContext() {
  const nothing = () => context;
  const context: object = new Proxy(
    { measureText: (text: string) => ({ width: 8 * text.length }) },
    { get: (target, key) => (key in target ? target[key as keyof typeof target] : nothing), set: () => true },
  );
  return context;
}
