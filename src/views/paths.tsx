export function PathsView() {
  return <section class="page" />;
}
