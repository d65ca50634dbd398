export function GapsView() {
  return <section class="page" />;
}
