export function CoverageView() {
  return <section class="page" />;
}
