/** Draws of a long list only what is in sight: TanStack's virtualiser as a hook. */
import { useSignal } from "@preact/signals";
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import { useLayoutEffect, useMemo } from "preact/hooks";

type Options = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  "count" | "getScrollElement" | "estimateSize" | "rangeExtractor" | "overscan" | "scrollPaddingEnd"
>;
export type List = Virtualizer<HTMLElement, HTMLElement>;

/** The component that uses it is drawn anew when other items come in sight, or turn out larger or smaller. */
export function useVirtualizer(options: Options): List {
  const changes = useSignal(0);
  const all = {
    ...options,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    initialRect: { width: innerWidth, height: innerHeight },
    onChange: () => {
      changes.value++;
    },
  };
  const list = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(all), []);
  list.setOptions(all);
  useLayoutEffect(() => list._didMount(), []);
  useLayoutEffect(() => list._willUpdate());
  void changes.value;
  return list;
}

/** The browser tells the size of a new item before it is painted, all in one go: to ask for each would take longer. */
function measureElement(element: HTMLElement, entry: ResizeObserverEntry | undefined, list: List): number {
  const index = list.indexFromElement(element);
  return entry?.borderBoxSize[0].blockSize ?? list.itemSizeCache.get(index) ?? list.options.estimateSize(index);
}
