/** 缺口页文字：中文。随页面载入。 */
import { figure } from "../parts/names.ts";
import type { GapWords } from "./gaps.en.ts";

const goalsText = (goals: readonly string[]): string => `目标 ${goals.join("、")}`;

/** `唯一的一项`、`全部 5 项都`、`5 项中有 3 项`。 */
const ofKpis = (lacking: number, n: number): string =>
  n === 1 ? "唯一的一项" : lacking === n ? `全部 ${figure(n)} 项都` : ` ${figure(n)} 项中有 ${figure(lacking)} 项`;

export const zh: GapWords = {
  rules: {
    G01: {
      title: "点名目标，未见行动",
      question: "报告点名了哪些目标，却没有写出任何行动？",
      says: ({ n }) => `在报告中被点名，但其 ${figure(n)} 条关联都只是提及，没有具名的行动。`,
      closes: "写出为该目标所做的具体行动及其在报告中的出处；否则不再宣称服务于它。",
    },
    G02: {
      title: "只关联到目标，未到具体目标",
      question: "哪些主张没有讲清对应目标的哪一部分？",
      says: (_, goals) => `笼统地服务于${goalsText(goals)}，文中没有指明、也读不出对应哪项具体目标。`,
      closes: "说明它对应该目标下的哪项具体目标。",
    },
    G03: {
      title: "有主张，无指标",
      question: "哪些主张没有可以跟踪的数字？",
      says: ({ best }, goals) => `关联到${goalsText(goals)}，但没有任何指标衡量它（最强证据：${best}）。`,
      closes: "给出衡量它的指标；若文中已有数字，则写成带单位和年份的指标。",
    },
    G04: {
      title: "指标缺目标值或年份",
      question: "哪些数字只报现状，没说要到哪里？",
      says: ({ lacking, n }) => `有指标，但${ofKpis(lacking, n)}没有目标值或目标年份。`,
      closes: "写明目标值以及达成年份。",
    },
    G05: {
      title: "指标缺基准、单位或证据",
      question: "哪些数字单看无法理解？",
      says: ({ baseline, unit, evidence, n }) => {
        const lacks = [
          baseline > 0 && `${figure(baseline)} 项没有基准或更早的数值`,
          unit > 0 && `${figure(unit)} 项没有单位`,
          evidence > 0 && `${figure(evidence)} 项没有证据`,
        ].filter(Boolean);
        return `有 ${figure(n)} 项指标：${lacks.join("，")}。`;
      },
      closes: "写明与哪一年相比、用什么单位、出自何处。",
    },
    G06: {
      title: "未衡量成效",
      question: "哪里只算投入和产出，不看带来了什么？",
      says: ({ n }) => `有 ${figure(n)} 项指标，衡量的都是投入、活动或产出，没有一项反映成效。`,
      closes: "不仅衡量投入了什么、交付了什么，还要衡量人或环境因此有了什么变化。",
    },
    G07: {
      title: "可比年份不足三年",
      question: "哪里看不出变化的方向？",
      says: ({ lacking, n, most }) =>
        `有指标，但${ofKpis(lacking, n)}可比年份不足三年（最长的序列有 ${figure(most)} 个整年）。`,
      closes: "同一数字以同样口径连续报告三年或以上。",
    },
    G08: {
      title: "目标系于一身",
      question: "哪些目标只靠一个部门或一个项目？",
      says: ({ links, n }) => `共有 ${figure(n)} 条关联，其中 ${figure(links)} 条出自同一处。`,
      closes: "写出其他部门或项目为该目标所做的事，或说明确由这一处负责。",
    },
    G09: {
      title: "有负面影响，无回应",
      question: "报告在哪里显露了负担，却没有一条关联说明造成或避免了危害？",
      says: ({ links, loads }) => {
        const shown = [
          links > 0 && `${figure(links)} 条影响为负面或好坏兼有的关联`,
          loads > 0 && `${figure(loads)} 项环境负荷指标`,
        ].filter(Boolean);
        return `有${shown.join("和")}，但所选关联中没有一条的作用是造成危害或避免危害。`;
      },
      closes: "写明有什么危害，以及为避免它做了什么。",
    },
    G10: {
      title: "目标没有任何关联",
      question: "报告对哪些目标只字未提，也没有说明原因？",
      says: () => "没有任何关联，也没有说明原因。",
      closes: "把公司为它所做的事关联起来；或在下方注明该目标不具实质性，或尚未评估。",
    },
    G11: {
      title: "涉及五个以上的目标",
      question: "哪些主张铺得太开，令人生疑？",
      says: ({ n }, goals) => `同时关联 ${figure(n)} 个目标：${goals.join("、")}。`,
      closes: "只保留它确实针对、并能拿出依据的目标。",
    },
    G12: {
      title: "未写明负责部门",
      question: "哪些主张没有人负责？",
      says: (_, goals) => `关联到${goalsText(goals)}，但报告没有写明由哪个部门负责。`,
      closes: "写明负责的部门。",
    },
    G13: {
      title: "去年有数，今年没有",
      question: "哪些数字中断了？",
      says: ({ lacking, lost, before, now }) =>
        `有 ${figure(lacking)} 项指标 ${before} 年有数值、${now} 年没有${lost > 0 ? `（其中 ${figure(lost)} 项在文字版中丢失或无法辨认）` : ""}。`,
      closes: "补上今年的数值，或说明为何不再报告。",
    },
    G14: {
      title: "伙伴关系只有成员身份",
      question: "目标 17 是否只是一份成员名单？",
      says: ({ n }) => `仅由 ${figure(n)} 个成员身份、合作伙伴或标准支撑。`,
      closes: "写出与伙伴一起做了什么。",
    },
    G15: {
      title: "只有一人读过",
      question: "哪些关联该请第二人核对？",
      says: ({ lacking, n }) => `共有 ${figure(n)} 条关联，其中 ${figure(lacking)} 条只有一人读过。`,
      closes: "请另一人在不看初读结果的情况下再读一遍。",
    },
    G16: {
      title: "索引提到，却无关联",
      question: "报告索引中的编号指向哪些没有关联的具体目标？",
      says: ({ codes }) => `与报告索引中的 ${codes.map((c) => c.code).join("、")} 相关，却没有任何关联。`,
      closes:
        "读一读该章节对这项具体目标说了什么；也可以不理会：编号指的是议题，不是贡献。议题与具体目标的对应依据 GRI 的对照表；其他指南的编号按与之相同的 GRI 议题来读，这是我们的解读。",
    },
  },
  label: "缺口",
  severity: { high: "高", medium: "中", low: "低" },
  severityLabel: "严重程度",
  severities: { "": "全部", high: "高", medium: "中", low: "低" },
  group: { label: "分组方式", goal: "按目标", rule: "按规则" },
  findings: (n) => `${figure(n)} 项发现`,
  shown: (n, all) => `列出 ${figure(all)} 项发现中的 ${figure(n)} 项`,
  matrix: "各规则在各目标下的发现",
  rule: "规则",
  total: "合计",
  note: "涉及几个目标的发现列在每个目标之下，只计一次。",
  silent: (rules) => `没有发现：${rules.join(" · ")}。`,
  filtered: "在当前筛选范围内计数：这里缺的，报告别处可能有。",
  goal: (code, name) => `目标 ${code}：${name}`,
  cell: (n, rule, goal) => `${rule}，目标 ${goal}：${figure(n)} 项发现`,
  only: { rule: (id) => `只看 ${id}`, goal: (code) => `只看目标 ${code}`, remove: "显示全部" },
  closes: "如何弥补",
  list: (group) => `发现：${group}`,
  more: (n, rest) => `再显示 ${figure(n)} 项（还有 ${figure(rest)} 项）`,
  others: "涉及",
  holder: "出自",
  andMore: (n) => `另有 ${figure(n)} 个`,
  evidence: (n) => `${figure(n)} 处原文`,
  graph: "在图谱中查看",
  graphOf: (subject) => `在图谱中查看：${subject}`,
  aside: {
    open: "搁置",
    openOf: (subject) => `搁置：${subject}`,
    reason: "为什么搁置？",
    save: "搁置",
    done: (subject) => `已搁置：${subject}。列在页末。`,
    back: "放回",
    backOf: (subject) => `放回：${subject}`,
    backDone: (subject) => `已放回：${subject}`,
    heading: (n) => `已搁置（${figure(n)}）`,
    elsewhere: (n) => `另有 ${figure(n)} 项已搁置的发现不在当前选择之内。`,
  },
  judged: {
    heading: "评判哪些目标",
    intro:
      "对公司不具实质性、或尚无人评估的目标，不算缺口。请在此注明并写出原因：相关发现随即略去，列在下方。只保存在本浏览器中，导出时一并带上。",
    state: (code) => `目标 ${code}`,
    stateOf: "该目标",
    states: { judged: "评判", "not-material": "不具实质性", "not-assessed": "尚未评估" },
    reason: (code) => `目标 ${code} 的原因`,
    placeholder: "原因",
    save: "保存",
    saveOf: (code) => `保存目标 ${code}`,
    not: (code, why) => `目标 ${code} 不评判（${why}）`,
    saved: (code, state) => `目标 ${code}：${state}。`,
    count: (n) => (n === 0 ? "全部 17 个" : `略去 ${figure(n)} 个`),
  },
  leftOut: {
    heading: (n) => `已略去（${figure(n)}）`,
    of: (state, reason) => (reason ? `${state}：${reason}` : state),
  },
  none: "在当前选择中没有发现缺口。",
  noneHint: "已对所选内容应用全部规则。",
  noneAsked: "没有这一类发现。",
  showAll: "显示全部发现",
  figure: {
    title: "各规则在各目标下的缺口",
    legend: "发现数量；颜色越深，数量越多",
    severity: (name) => `严重程度：${name}`,
  },
  sheets: {
    gaps: "缺口",
    leftOut: "已略去",
    rule: "规则",
    title: "缺口",
    severity: "严重程度",
    goals: "目标",
    sentence: "发现",
    closes: "如何弥补",
    subject: "对象",
    subjectId: "标识",
    others: "涉及",
    evidence: "报告中的位置",
    setAside: "搁置原因",
    state: "目标",
    reason: "原因",
  },
};
