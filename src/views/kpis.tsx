export function KpisView() {
  return <section class="page" />;
}
