export function BriefView() {
  return <section class="page" />;
}
