/** The method page in English: texts as data, so that the view only lays them out. They come with the page. */

/** A paragraph, or something that has a shape of its own. */
export type Block =
  | string
  | { list: string[] }
  | { terms: [term: string, meaning: string][] }
  /** A field of the alignment and its values. */
  | { field: string; says: string; values?: [value: string, meaning: string][] }
  /** What each grade means, from E0 up. */
  | { grades: string[] }
  | { heading: string }
  | { keys: { place: string; acts: [keys: string[], act: string][] }[] }
  | { sources: { text: string; use: string; address?: string }[] };

export interface Part {
  /** Stands in the address, so it is the same in every language. */
  id: string;
  title: string;
  blocks: Block[];
}

export interface MethodWords {
  contents: string;
  keyColumns: { place: string; keys: string; act: string };
  parts: Part[];
}

export const en: MethodWords = {
  contents: "On this page",
  keyColumns: { place: "Where", keys: "Keys", act: "What they do" },
  parts: [
    {
      id: "in-short",
      title: "In short",
      blocks: [
        "A sustainability report tells on many pages what a company does for the 17 Sustainable Development Goals (SDGs) of the United Nations. Goalgraph turns it into records: this initiative, lab, product or unit serves this goal or target, and here is the passage that shows it.",
        "The graph draws each record as a link, and the table lists the same records by rows. A filter selects records; every view and every count follows from what is selected, so no two views can disagree.",
        "No link stands without evidence. Open one: it names the section, the printed page and the lines of the report, and says in our words what stands there.",
      ],
    },
    {
      id: "alignments",
      title: "What a link says",
      blocks: [
        "A link between an entity and a goal is a record of its own, called an alignment. It has these fields.",
        {
          field: "Goal or target",
          says: "The target where the text allows it (4.4), else the goal alone (4). A link to the goal alone is a mention of the goal; it covers none of its targets.",
        },
        {
          field: "Basis",
          says: "Who says so.",
          values: [
            ["Stated in the report", "The report itself names this goal for it, on its own SDG pages."],
            ["Our reading", "We read it from another passage, which doesn't name the goal."],
            ["Suggested by a machine", "Nobody has reviewed it. The shipped data has none of these."],
          ],
        },
        {
          field: "Role",
          says: "How it acts on the goal. The first three follow the Impact Management Project.",
          values: [
            [
              "Avoids harm",
              "It lessens a harm that the company does or could do, such as the power its data centres use.",
            ],
            ["Benefits people", "It does good to those it reaches: staff, users, customers, neighbours."],
            ["Contributes to a solution", "It takes on a problem of people or nature that is badly served so far."],
            ["Enables others", "It gives others the means: a tool, a platform, data, money, a standard."],
            ["Does harm", "It works against the goal."],
          ],
        },
        {
          field: "Effect",
          says: "Which way it works.",
          values: [
            ["Positive", "Towards the goal."],
            ["Negative", "Away from it."],
            ["Mixed", "Both; the passage shows good and harm."],
          ],
        },
        {
          field: "Directness",
          says: "How near it acts.",
          values: [
            ["Direct", "The entity itself acts on what the goal is about."],
            ["Indirect", "Others have to act in between."],
          ],
        },
        {
          field: "Stage",
          says: "How far it has come, as the report shows it.",
          values: [
            ["Commitment", "Promised or planned."],
            ["Action", "Begun or done."],
            ["Result", "Something came of it, and the report says what."],
          ],
        },
        {
          field: "Years",
          says: "The years for which the report shows it. Where the text gives none, the year is not known.",
        },
        {
          field: "Readers",
          says: "One reader, or two who read the text without seeing each other's result. Where they differed, the record says how it was settled.",
        },
      ],
    },
    {
      id: "grades",
      title: "Evidence grades",
      blocks: [
        "The grade says how much the report shows. It does not judge the deed: a good deed told without a number is E1.",
        {
          grades: [
            "Mentioned only. Named, and nothing more.",
            "A named activity, with no number behind it.",
            "A number of what went in or was done: money, staff, hours, events.",
            "A number of what came out: people reached, units delivered.",
            "A change in a condition, against an earlier year, a baseline or a comparison.",
            "A change as in E4 that a third party verified.",
          ],
        },
        "From E2 up, the evidence must hold a figure. A row that claims more than its evidence shows is refused when the data is read.",
      ],
    },
    {
      id: "stated-or-read",
      title: "Stated, and our reading",
      blocks: [
        "Few reports say of each activity which goal it serves. Tencent's does so on its SDG pages, which name goals but no targets. All other links are our reading, and they are the larger part.",
        "A reading can be wrong, and another reader may draw the line elsewhere. That is why the two never look alike: in the graph, a stated link is a solid line and our reading a dashed one, and the filter “Basis” shows one without the other.",
        "We read narrowly. A goal is linked where the passage itself supports it, not because almost anything can be tied to almost any goal.",
      ],
    },
    {
      id: "coverage",
      title: "How coverage is measured",
      blocks: [
        "Coverage is told for one goal and one scope: the whole company, a unit, or a year.",
        {
          terms: [
            [
              "Breadth",
              "Targets of the goal with a link of E1 or better, divided by all targets of the goal. Links to the goal alone don't count.",
            ],
            ["Depth", "The best grade of each covered target, from 0 to 5; the mean of these, divided by 5."],
            ["Symbolic gap", "Breadth minus depth. A large gap: many targets touched, little shown for them."],
            [
              "Measurability",
              "Of the initiatives, products, labs and whatever else is linked to the goal, the share that has a KPI.",
            ],
            ["Targeting", "Of those KPIs, the share that has a target value."],
            ["Trend", "Of those KPIs, the share that has values for three comparable years."],
            [
              "Concentration",
              "Links held by the largest unit, the units below it counted in, divided by all links of the goal.",
            ],
            [
              "Balance",
              "Negative or mixed links, divided by all links. Zero reads “no negative effect disclosed”, never “good”.",
            ],
          ],
        },
        "The number of cases (n) stands beside every share. A share is withheld where more than 20% of what goes into it is unknown: links whose unit the report does not state, KPIs whose years fall short because values are lost in the text. There is no overall score and no ranking of goals: the measures answer different questions, and one sum would hide that.",
      ],
    },
    {
      id: "limits",
      title: "What this does not say",
      blocks: [
        {
          list: [
            "That a goal was achieved. The SDGs are addressed to states. A company can contribute to a goal or work against it; contribution is not achievement.",
            "That the company does well or badly. There is no score, and no rank.",
            "That there is no harm. Few negative links mean that the report discloses little. Where it discloses none, that is all we say: “no negative effect disclosed”, never “good”.",
            "That nothing is done where nothing is linked. “No link” means that the report was read and shows none; “not assessed” means that nobody has looked. The two never look alike.",
            "That more links are better. They may only mean more pages.",
            "That the report is right. We show what it says and where; we did not check it against the world.",
          ],
        },
      ],
    },
    {
      id: "sources",
      title: "What the method stands on",
      blocks: [
        "Others have thought about this for longer. These are the works that the method takes up.",
        {
          sources: [
            {
              text: "GRI, UN Global Compact and WBCSD: SDG Compass (2015)",
              use: "how companies relate to goals that are addressed to states",
              address: "https://sdgcompass.org",
            },
            {
              text: "GRI and UN Global Compact: Integrating the SDGs into Corporate Reporting: A Practical Guide (2018)",
              use: "from goals to targets, and from targets to disclosures",
            },
            {
              text: "KPMG: How to Report on the SDGs: What Good Looks Like and Why It Matters (2018)",
              use: "what a good report shows, bad effects among it",
              address: "https://kpmg.com/sg/en/home/insights/2018/02/how-to-report-on-the-sdgs.html",
            },
            { text: "PwC: SDG Challenge 2019", use: "whether a claim has a KPI, and the KPI a target" },
            { text: "Impact Management Project: the classes of impact A, B and C", use: "the role of an alignment" },
            {
              text: "World Benchmarking Alliance: four-eyes principle",
              use: "two readers",
              address: "https://www.worldbenchmarkingalliance.org",
            },
          ],
        },
      ],
    },
    {
      id: "keyboard",
      title: "By keyboard",
      blocks: [
        "Everything can be reached with Tab and Enter. These keys are quicker.",
        {
          keys: [
            {
              place: "Anywhere",
              acts: [
                [["Ctrl K", "⌘ K"], "go to the search box"],
                [["Esc"], "close the details"],
              ],
            },
            {
              place: "Search box",
              acts: [
                [["↓", "↑"], "choose a result"],
                [["Enter"], "open it"],
                [["Esc"], "close the list"],
              ],
            },
            {
              place: "Graph",
              acts: [
                [["←", "→", "↑", "↓"], "move the picture"],
                [["+", "−"], "zoom"],
                [["0"], "fit what is shown"],
                [["Home"], "the whole ring"],
              ],
            },
            {
              place: "Table",
              acts: [
                [["↓", "↑"], "from a link to the same link of the next or previous row"],
                [["Enter"], "open it; on a heading: sort"],
              ],
            },
          ],
        },
        "Back and Forward of the browser undo and redo every step.",
      ],
    },
    {
      id: "accessibility",
      title: "Accessibility",
      blocks: [
        "Goalgraph aims at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.",
        { heading: "How it is tested" },
        "The program axe checks the views in many states, in English and in Chinese, light and dark, on a wide and on a narrow screen, and must find nothing. A test walks from a goal to the evidence with the keyboard alone. Programs find only some of all barriers; no test with people who use a screen reader has been made yet.",
        { heading: "What we know to be short of it" },
        {
          list: [
            "A screen reader can't read the picture of the graph. The table holds the same, row by row, and opens the same details.",
            "The graph needs WebGL. Without it, the table and the details still work.",
            "Names and words quoted from the report stand in its own language.",
          ],
        },
        { heading: "When something fails you" },
        "Try the table: it shows all that the graph shows. And please tell those who run this copy of Goalgraph. Send them the address from your browser, which holds everything you had on the screen; what you wanted to do; and which browser and which aids you use.",
      ],
    },
    {
      id: "privacy",
      title: "Privacy",
      blocks: [
        "What you do here stays in your browser. The app counts nobody, sets no cookies and asks nothing of other hosts. A folder that you open is read by your browser and sent nowhere.",
        "Two things to know. The address holds your filters, your search text and the entry you opened: whoever gets the link sees them, and so does the server that you load the page from. And the browser keeps your choice of colours.",
      ],
    },
  ],
};
