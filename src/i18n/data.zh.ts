/** 数据页文字：中文。随页面载入，不在首次加载之列。 */
import type { DataWords } from "./data.en.ts";
import { SCHEMA } from "./schema.zh.ts";

export const zh: DataWords = {
  set: {
    heading: "数据集",
    intro: (n) =>
      `共 ${n.entities} 个实体，其中 ${n.aligned} 个通过 ${n.alignments} 条关联服务于各项目标；另有 ${n.kpis} 项指标的 ${n.values} 个数值、${n.relations} 条关系、${n.milestones} 件有日期的大事。全部出自报告的 ${n.evidence} 处文字。`,
    title: "名称",
    organisation: "机构",
    period: "时间范围",
    version: "版本",
    licence: "许可",
    shippedLicence: "适用于我们的选取、解读和文字。名称与数字归报告所有。",
    source: "来源文件",
    authors: "制作",
    unknown: "数据包未说明",
    citation: "引用格式",
    cite: (c) =>
      `${c.author && `${c.author}：`}${c.title}［数据集］${c.version && `，版本 ${c.version}`}。${c.licence && `${c.licence}。`}${c.address}`,
  },

  made: {
    heading: "制作过程",
    steps: [
      [
        "初读",
        "逐章逐行通读报告。凡有名称的事物记为一行，凡以数字写出的数量记为一个数值，凡有日期的事件记为一条大事。名称和数字照原文抄录；摘要由我们自己撰写，中英文各一份。",
      ],
      [
        "合并",
        "几章都提到的事物只占一行：不同写法记为别名，证据合在一起。只是名称相近的则分开：两只基金、两个实验室、两个奖项，不因相似而混为一谈。",
      ],
      [
        "复读",
        "最重要事物的关联和全部数值，由另一遍阅读从原文重新得出，事先不看初读结果。两次结果不一致的，回到原文定夺，并在该条关联中注明分歧所在。",
      ],
      [
        "核查",
        "由程序核对：每个名称、数字和原文字样是否就在所注的行里，合计与人均数字是否相符或有说明，页码与章节是否对应。",
      ],
    ],
    faults:
      "报告的文字版有不少瑕疵：分栏文字串行，句子断开，关键绩效表的行错位，个别数值丢失。凡已发现的，都列出行号和我们的读法；有意略去的内容也一并列出。",
    readme: "文字版的瑕疵与略去的内容（英文）",
    other: "这个数据包的制作过程，请看它自带的 README（如果有）。",
  },

  holds: {
    heading: "收录内容",
    intro: "以下按整个数据包计数，与当前筛选无关。带链接的数字通向对应的行。",
    kind: "类别",
    all: "全部",
    prominence: ["重要", "有具体内容", "一笔带过"],
    aligned: "服务于目标",
    unaligned: "未关联目标",
    total: "全部类别",
    note: "重要：好的图谱里必须有它。有具体内容：报告不只提到名称，还讲了相关事实。一笔带过：只提到名称，默认不在视图中显示，可另行打开。",
  },

  trust: {
    heading: "可信程度",
    value: "取值",
    number: "数量",
    share: "占比",
    n: (n) => `n = ${n}`,
    grade: "关联的证据等级",
    gradeNote: "等级表示报告给出了多少证据，不表示事情做得好不好。",
    basis: "关联的依据",
    basisNote: "报告明示：报告自己点明了目标。我们的解读：我们从其他段落读出。",
    level: "目标还是具体目标",
    levels: { target: "到具体目标", goal: "只到目标" },
    role: "作用",
    polarity: "影响",
    polarityNote: "报告总是多讲好的一面。负面关联少，只说明披露得少，不说明没有危害。",
    stage: "阶段",
    readers: "关联由几人核读",
    readerNames: { "two-readers": "两人核读", "one-reader": "一人核读", none: "未说明" },
    prominent: (two, n) =>
      two === n ? `重要实体的 ${n} 条关联，全部由两人核读。` : `重要实体的 ${n} 条关联中，有 ${two} 条由两人核读。`,
    responsibility: "服务于目标的实体由谁负责",
    responsibilities: {
      stated: "报告明示",
      curated: "我们的解读",
      suggested: "机器建议",
      itself: "本身就是单位",
      none: "未说明",
    },
    kpis: "指标的结果层级",
    kpisNote: (target, baseline, n) => `${n} 项指标中，${target} 项有目标值，${baseline} 项有对照年份。`,
    observations: "数值的状态",
    observationsNote: "报告值：照原文。推算值：由原文数值算出。更正值：文字版把它放错了位置。缺失：已丢失，留空。",
  },

  tables: {
    heading: "数据表",
    intro:
      "均为 UTF-8 编码的 CSV 文件，由 datapackage.json 描述（Tabular Data Package 格式）。空格表示不详，绝不表示零。",
    rows: (n) => `${n.toLocaleString("zh")} 行`,
    column: "列",
    holds: "内容",
    cell: "格式",
    required: "必填",
    unique: "不可重复",
    oneOf: "取值：",
    to: (ref) => `指向 ${ref}`,
    type: {
      text: "文字",
      list: "多个值，以 | 分隔",
      integer: "整数",
      number: "照原文写的数字",
      date: "日期：2020、2020-09 或 2020-09-09",
      period: "日期，或 起/止",
      lines: "行号：113-115|120",
      years: "年份，以 | 分隔",
    },
    download: (file) => `下载 ${file}`,
    descriptor: "数据包描述文件",
    framework: "属于目标框架",
  },

  issues: {
    heading: "数据包的问题",
    none: "没有：每一行都有效。",
    some: "有错误的行未采用，有警告的行照常使用。",
  },

  about: (sentence) => SCHEMA[sentence] ?? sentence,
};
