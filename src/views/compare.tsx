export function CompareView() {
  return <section class="page" />;
}
