/** The chart by pointer: drag to move, two fingers or the wheel with Control to zoom, the wheel sideways to move. */
import { useEffect } from "preact/hooks";
import { pan, zoom } from "./keys.ts";
import { view } from "./state.ts";

/** Pixels from which a press is a drag and no click. */
const DRAG = 4;

/** Lets an element move and zoom the window; `track` finds, within it, where time is drawn. */
export function useGestures(ref: { current: HTMLElement | null }, track: string): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const fingers = new Map<number, number>();
    let dragged = false;
    let pressed = 0;

    const timeAt = (x: number): number | undefined => {
      const box = element.querySelector(track)?.getBoundingClientRect();
      const { from, to } = view.peek() ?? { from: 0, to: 0 };
      return box && from + ((x - box.left) / box.width) * (to - from);
    };
    const share = (pixels: number) => pixels / (view.peek()?.width ?? 1);

    const wheel = (event: WheelEvent) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey)
        zoom(Math.exp(Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 60) * 0.006), timeAt(event.clientX));
      else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) pan(share(sideways));
      else return;
      event.preventDefault();
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target as Element).closest(track)) return;
      if (fingers.size === 0) dragged = false;
      fingers.set(event.pointerId, event.clientX);
      pressed = event.clientX;
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      if (!dragged && fingers.size === 1 && Math.abs(event.clientX - pressed) < DRAG) return;
      dragged = true;
      element.setPointerCapture(event.pointerId);
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
      if (others.length === 0) pan(share(before - event.clientX));
      else pinch(others[0], before, event.clientX);
      fingers.set(event.pointerId, event.clientX);
    };
    const pinch = (still: number, before: number, now: number) => {
      const [apart, then] = [Math.abs(now - still), Math.abs(before - still)];
      if (apart > DRAG && then > DRAG) zoom(then / apart, timeAt(still));
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    const click = (event: MouseEvent) => {
      if (!dragged) return;
      dragged = false;
      event.preventDefault();
      event.stopPropagation();
    };

    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("click", click, { capture: true });
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
      element.removeEventListener("click", click, { capture: true });
    };
  }, []);
}
