export function TimeView() {
  return <section class="page" />;
}
