/// The style of the HTML report: one column, two tones, both schemes of light, and paper.
enum ReportStyle {
  static let sheet = """
    :root { --paper: #fff; --ink: #1a1f26; --soft: #59636e; --line: #d5dae0; --wash: #f4f6f8; --bar: #2f5d83; --part: #9db6ca; --link: #1d4f7a; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14181d; --ink: #e6e9ed; --soft: #a3adb8; --line: #363e48; --wash: #1c2229; --bar: #7fb0d6; --part: #44617a; --link: #9cc6ea; }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0; font: 16px/1.5 "Source Sans 3", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 2rem; }
    h1, h2, h3 { line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; }
    h1, h2 { font-family: "Source Serif 4", "Noto Serif", Georgia, serif; }
    h1 { font-size: 1.9rem; margin: 1rem 0 1.25rem; }
    h2 { font-size: 1.4rem; margin: 3rem 0 1rem; padding-top: .8rem; border-top: 2px solid var(--ink); }
    h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
    p { margin: .4rem 0; max-width: 46rem; }
    a { color: var(--link); overflow-wrap: anywhere; }
    .marking { max-width: none; margin: 0; padding: .6rem 1.25rem; text-align: right; font-size: .8rem; font-weight: 700; }
    .marking span { background: #000; color: #fff; padding: .2rem .5rem; letter-spacing: .03em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .marking.green span { color: #3f0; }
    .marking.amber span { color: #ffc000; }
    .marking.red span { color: #ff2b2b; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 2rem; margin: 0; font-size: .9rem; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    .facts dt { font-size: .8rem; }
    .coverage { margin-top: 1.25rem; max-width: none; padding: .7rem 1rem; background: var(--wash); border-left: 4px solid var(--bar); }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: .5rem 2.5rem; }
    figure { margin: 0; min-width: 0; }
    .pair h3, .stack h3 { margin-top: 1rem; }
    figcaption, .finding { color: var(--soft); font-size: .95rem; margin: 0 0 .75rem; }
    .codes { max-width: 36rem; margin-bottom: 1rem; }
    svg { display: block; overflow: visible; font-size: 12px; font-family: inherit; }
    svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
    .name, .end { text-anchor: end; }
    .over, .zero, .under { text-anchor: middle; }
    svg .zero, svg .under, svg .end { fill: var(--soft); }
    .bar { fill: var(--bar); }
    .part { fill: var(--part); }
    .open { fill: none; stroke: var(--bar); stroke-dasharray: 3 2; }
    .hatch { stroke: var(--bar); stroke-width: 1.5; }
    .axis { stroke: var(--soft); }
    .scroll { overflow-x: auto; margin: .5rem 0; }
    table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; min-width: 100%; }
    caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
    th, td { padding: .22rem .5rem; text-align: right; white-space: nowrap; font-weight: 400; }
    thead th { border-bottom: 1px solid var(--ink); color: var(--soft); vertical-align: bottom; }
    th:first-child { text-align: left; position: sticky; left: 0; background: var(--paper); padding-left: 0; }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tfoot > tr > * { border-top: 1px solid var(--ink); font-weight: 600; }
    th.below { padding-left: 1.1rem; }
    .nil { color: var(--soft); opacity: .75; }
    .sum { font-weight: 600; }
    abbr { text-decoration: none; }
    .rest, .remarks { color: var(--soft); font-size: .85rem; }
    .remarks { padding-left: 1.1rem; margin: .75rem 0; }
    .newest { list-style: none; margin: 0; padding: 0; }
    .newest > li { padding: .8rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
    .newest > li:first-child { border-top: 0; padding-top: 0; }
    .newest h3 { margin: .1rem 0; }
    .newest p { font-size: .95rem; margin: .1rem 0; }
    .newest p.when, .details { color: var(--soft); font-size: .85rem; }
    .sources { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
    .definitions { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.25rem; font-size: .95rem; }
    .figures h3 { font-size: .9rem; margin: 1.2rem 0 .2rem; }
    pre { margin: 0; padding: .6rem .8rem; background: var(--wash); font: .8rem/1.45 "Source Code Pro", "Noto Sans Mono", Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media (max-width: 36rem) {
      body { font-size: 15px; }
      main { padding: .5rem 1rem 1.5rem; }
      h1 { font-size: 1.5rem; }
      .definitions { display: block; }
      .definitions dd { margin-bottom: .5rem; }
      th:first-child { min-width: 7rem; max-width: 9.5rem; white-space: normal; }
      svg { font-size: 11px; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f4f4f4; --bar: #444; --part: #aaa; --link: #000; }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      h2, h3, caption, .finding, figcaption { break-after: avoid; }
      tfoot { display: table-row-group; }
      figure, tr, pre { break-inside: avoid; }
      .scroll { overflow: visible; }
      table { font-size: 7.5pt; }
      th, td { padding: .15rem .25rem; }
      th:first-child { position: static; }
      a[href]::after { content: " <" attr(href) ">"; font-size: .85em; }
    }

    """
}
