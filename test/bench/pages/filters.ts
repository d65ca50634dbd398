/** A button for each goal, the filter of the pages that are compared: pressed once it chooses the goal, twice none. */

/** @param choose takes the goal as one bit of the `goals` of nodes and edges; 0: all. */
export function addFilters(choose: (goal: number) => void): void {
  let chosen = 0;
  for (let i = 0; i < 17; i++) {
    const button = document.createElement("button");
    button.textContent = String(i + 1);
    button.onclick = () => {
      chosen = chosen === 1 << i ? 0 : 1 << i;
      choose(chosen);
    };
    document.querySelector("nav")!.append(button);
  }
}

/** The address of the graph to show, given to the page as `?graph=`. */
export const graphAddress = (): string => new URLSearchParams(location.search).get("graph")!;
