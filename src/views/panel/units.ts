/** What the units of measure mean that a Chinese report prints, for readers of English. */

const MAGNITUDES: [string, string][] = [
  ["万亿", "trillion"],
  ["亿", "100 million"],
  ["万", "10,000"],
];

const MEANINGS: Record<string, string> = {
  个: "count",
  家: "organisations",
  位: "people",
  人: "people",
  名: "people",
  户: "households",
  用户: "users",
  人次: "visits",
  次: "times",
  年: "years",
  天: "days",
  个工作日: "working days",
  小时: "hours",
  分钟: "minutes",
  秒: "seconds",
  岁: "years of age",
  周岁: "years of age",
  项: "items",
  件: "items",
  条: "items",
  份: "copies",
  篇: "articles",
  种: "kinds",
  款: "products",
  档: "steps",
  级: "levels",
  台: "machines",
  套: "sets",
  张: "pieces",
  座: "buildings",
  棵: "trees",
  起: "cases",
  例: "cases",
  笔: "transactions",
  场: "events",
  门: "courses",
  节: "lessons",
  步: "steps",
  支: "doses",
  倍: "times as much",
  核: "processor cores",
  行: "lines",
  流量: "ad impressions",
  百分点: "percentage points",
  元: "RMB",
  人民币: "RMB",
  美元: "USD",
  吨: "tonnes",
  度: "kWh",
  kWh: "kWh",
  兆瓦时: "MWh",
  亩: "mu, 1/15 hectare",
  平方米: "m²",
};

/** The meaning of a printed unit in English; empty where it needs none or is not known. */
export function meaningOf(unit: string): string {
  const known = MEANINGS[unit];
  if (known) return known === unit ? "" : known;
  const [over, per] = unit.split("/");
  if (per) return meaningOf(over) && meaningOf(per) ? `${meaningOf(over)} per ${singular(meaningOf(per))}` : "";
  const magnitude = MAGNITUDES.find(([sign]) => unit.startsWith(sign));
  if (!magnitude) return "";
  const rest = unit.slice(magnitude[0].length).replace(/[\s（）]/g, "");
  const meaning = rest === "个" ? "" : (MEANINGS[rest] ?? (rest && undefined));
  if (meaning === undefined) return "";
  return /^(RMB|USD)$/.test(meaning) ? `${meaning} ${magnitude[1]}` : `${magnitude[1]} ${meaning}`.trim();
}

const singular = (meaning: string): string => (meaning === "people" ? "person" : meaning);
