/** 打印版报告的文字：中文。 */
import type { BriefWords } from "./brief.en.ts";

export const zh: BriefWords = {
  subtitle: "与 17 项可持续发展目标的关联",
  print: "打印",
  sheet: "目标",

  holds: {
    heading: "包含的内容",
    lead: (n) =>
      `${n.entities} 个实体通过 ${n.alignments} 条关联服务于 17 项目标中的 ${n.goals} 项。其中 ${n.stated} 条由报告明示，${n.read} 条出自我们对其他段落的解读。`,
    grade: "证据",
    stated: "报告明示",
    read: "我们的解读",
    all: "合计",
    kinds: "类别",
    unserved: "当前选择中没有任何关联的目标",
  },

  goals: {
    heading: "目标一览",
    goal: "目标",
    alignments: "关联",
    stated: "其中明示",
    entities: "实体",
    best: "最强证据",
    targets: "已覆盖具体目标",
    share: (n, all) => `${n} / ${all}`,
    units: "主要负责单位",
    noUnit: "未说明",
    note: "有具名行动（E1）及以上的关联，才算覆盖了具体目标。覆盖情况只说明披露了什么，不说明做得有多好。",
  },

  strongest: {
    heading: "各目标的最强证据",
    note: "先按证据等级、再按重要程度排列，并附所依据的段落（用我们的话转述）。",
    more: (n) => `还有 ${n} 项`,
    evidence: (n) => `还有 ${n} 段`,
  },

  kpis: {
    heading: "数据",
    note: "所选内容的数据，照报告原样列出；有多期数值的在前。推算和更正的数值均有标注。",
    kpi: "指标",
    unit: "单位",
    values: "数值",
    more: (n) => `还有 ${n} 项`,
    marks: { derived: "推算", corrected: "更正" },
  },

  coverage: {
    heading: "覆盖情况",
    means: {
      breadth: "该目标下有具名行动或更强证据的具体目标占比",
      depth: "已覆盖具体目标的最强证据，取平均",
      gap: "广度减深度，以百分点计；差得多，说明涉及的多、拿得出的少",
      measurability: "服务于该目标的实体中，设有指标的占比",
      targeting: "上述指标中，设有目标值的占比",
      trend: "上述指标中，有三个可比年份的占比",
      concentration: "最大单位所占的关联份额",
      balance: "负面或正负兼有的关联占比",
    },
  },

  gaps: {
    heading: "缺口",
    findings: "数量",
    gravest: "最严重的几项",
    more: (n) => `同等严重的还有 ${n} 项`,
    aside: (n) => `另有 ${n} 项由读者搁置。`,
  },

  method: {
    heading: "方法",
    grades: "证据等级",
    sources: "方法的来源",
    cite: "引用格式",
  },
};
