import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import { openReport, report } from "./state.ts";
import "./style.css";

render(<App />, document.getElementById("app")!);
effect(() => {
  void report.value;
  void openReport();
});
