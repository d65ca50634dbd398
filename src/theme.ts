/** The reader's choice of colours: as the system, light or dark. Kept in the browser, not in the address. */
import { effect, signal } from "@preact/signals";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEY = "goalgraph-scheme";

const stored = (): Scheme => {
  try {
    const value = localStorage.getItem(KEY);
    return SCHEMES.find((s) => s === value) ?? "auto";
  } catch {
    return "auto";
  }
};

export const scheme = signal<Scheme>(stored());

const system = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(system.matches);
system.addEventListener("change", () => {
  systemDark.value = system.matches;
});

/** Whether the page is dark now. */
export const dark = signal(false);

effect(() => {
  dark.value = scheme.value === "auto" ? systemDark.value : scheme.value === "dark";
  document.documentElement.dataset.scheme = dark.value ? "dark" : "light";
  try {
    localStorage.setItem(KEY, scheme.value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});
