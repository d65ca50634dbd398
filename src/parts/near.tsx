/** Draws what comes near the part of the page in sight, and keeps room for it until then. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  /** Room kept for it, in pixels. */
  height: number;
  /** The region that scrolls, as a selector of an element around this one. */
  within: string;
  children: () => ComponentChildren;
}

export function Near({ height, within, children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const near = useSignal(false);
  useLayoutEffect(() => {
    const place = element.current!;
    const show = () => {
      near.value = true;
    };
    const unwatch = watch(place, place.closest(within), show);
    // On paper everything is in sight.
    addEventListener("beforeprint", show);
    return () => {
      unwatch();
      removeEventListener("beforeprint", show);
    };
  }, []);
  return (
    <div ref={element} style={near.value ? undefined : { height }}>
      {near.value && children()}
    </div>
  );
}

interface Watch {
  observer: IntersectionObserver;
  calls: Map<Element, () => void>;
}
/** One observer for each region: hundreds of them would take longer than to draw all. */
const watches = new WeakMap<Element | Document, Watch>();

function watch(element: Element, region: Element | null, call: () => void): () => void {
  const root = region ?? document;
  const { observer, calls } = watches.get(root) ?? create(root);
  calls.set(element, call);
  observer.observe(element);
  return () => {
    calls.delete(element);
    observer.unobserve(element);
  };
}

function create(root: Element | Document): Watch {
  const calls = new Map<Element, () => void>();
  const callback = (entries: IntersectionObserverEntry[], observer: IntersectionObserver) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      calls.get(target)?.();
      calls.delete(target);
    }
  };
  // Half a screen ahead, so that what comes in sight is there.
  const observer = new IntersectionObserver(callback, { root, rootMargin: "50% 0px" });
  const created = { observer, calls };
  watches.set(root, created);
  return created;
}
